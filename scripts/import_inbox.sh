#!/bin/sh
# Import every spreadsheet of registry/entrada/, all or none, and tell of each in a Markdown file.
set -eu

told=$1
apl=${APL:-.venv/bin/apl}
list=$(mktemp)
trap 'rm -f "$list"' EXIT

find registry/entrada -maxdepth 1 -type f ! -name README.md ! -name '.*' | LC_ALL=C sort > "$list"
{
    echo 'Salió de una planilla que alguien dejó en `registry/entrada/`. Mira fila por fila antes de aceptar.'
    echo
} > "$told"

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
