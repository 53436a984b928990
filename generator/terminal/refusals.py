"""What the system refuses → a line that says which file it was about, and what to do."""

import errno
from collections.abc import Mapping

from generator.messages import Language

_SPANISH: Mapping[int, str] = {
    errno.ENOSPC: "no queda espacio en el disco",
    errno.EDQUOT: "no queda espacio de tu cuota en el disco",
    errno.EFBIG: "el archivo es más grande de lo que aquí se permite",
    errno.EACCES: "no tienes permiso",
    errno.EPERM: "no está permitido",
    errno.EROFS: "en este disco solo se puede leer",
    errno.ENOENT: "no existe",
    errno.EEXIST: "ya existe",
    errno.EISDIR: "es una carpeta",
    errno.ENOTDIR: "no es una carpeta",
    errno.EIO: "el disco falla",
    errno.EBUSY: "está ocupado, o es un disco montado",
    errno.EXDEV: "es un disco propio, y así no se puede cambiar entero; construye sin --atomic",
    errno.EMFILE: "hay demasiados archivos abiertos",
    errno.ENAMETOOLONG: "el nombre es demasiado largo",
}


def refusal(error: OSError, spoken: Language) -> str:
    """In the system's own words where there are no better ones."""
    words = str(error.strerror or error)
    if spoken == "es":
        words = _SPANISH.get(error.errno or 0, words)
    if spoken == "en" and error.errno == errno.EXDEV:
        words = "is a disk of its own and cannot be swapped whole; build without --atomic"
    return f"{error.filename}: {words}" if error.filename else words
