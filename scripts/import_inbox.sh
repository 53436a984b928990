#!/bin/sh
# Import every spreadsheet of registry/entrada/, all or none, and tell of each in a Markdown file.
set -eu

told=$1
apl=${APL:-.venv/bin/apl}
list=$(mktemp)
trap 'rm -f "$list"' EXIT

find registry/entrada -maxdepth 1 -type f \( -iname '*.xlsx' -o -iname '*.csv' \) | LC_ALL=C sort > "$list"
{
    echo 'Salió de una planilla que alguien dejó en `registry/entrada/`. Mira fila por fila antes de aceptar.'
    echo
} > "$told"

# What is neither would be left lying there, and nobody would know why.
others=$(find registry/entrada -maxdepth 1 -type f ! -iname '*.xlsx' ! -iname '*.csv' ! -name 'README.md' ! -name '.*')
if [ -n "$others" ]; then
    echo 'No se importó nada: en `registry/entrada/` solo van planillas .xlsx o .csv, y hay otro archivo.' >> "$told"
    cat "$told"
    exit 1
fi

failed=0
while IFS= read -r file; do
    printf '### %s\n\n~~~~~~~~~~~~ text\n' "$(basename "$file" | tr -d '`~<>&')" >> "$told"
    "$apl" import "$file" --write >> "$told" 2>&1 < /dev/null || failed=1
    printf '~~~~~~~~~~~~\n\n' >> "$told"
    if [ "$failed" -ne 0 ]; then
        break
    fi
    rm -- "$file"
done < "$list"

if [ "$failed" -ne 0 ]; then
    echo 'No se propuso nada: corrige la planilla y vuelve a subirla.' >> "$told"
fi
cat "$told"
exit "$failed"
