"""A small project of its own: few records and pages, with the moulds and templates of this one."""

import shutil
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

AGREEMENT = """\
nombre: Acuerdo de prueba
tipo: establecimientos_productivos
sector: conservas de fruta
territorio:
  alcance: nacional
estado: terminado
fechas:
  firma: 2019-03-14
ejemplo: true
"""
COMPANY = """\
razon_social: Conservas Prueba SpA
tipo: persona_juridica
rut: "99910234-4"
tamano: mediana
elementos:
  - id: planta
    alcance: establecimiento
    nombre: Planta Talca
    comuna: "07101"
    adhesiones:
      - acuerdo: prueba
        fecha: 2019-06-20
        estado: aceptada
        certificados:
          - codigo: "ABCD-EFGG"
            fecha: 2021-08-30
            vigente_hasta: 2024-08-30
ejemplo: true
"""
VALID_DAY = "2024-06-01"


@dataclass(frozen=True, slots=True)
class Project:
    """The folders and the configuration of a project, and where its site goes."""

    folder: Path

    @property
    def registry(self) -> Path:
        return self.folder / "registry"

    @property
    def company(self) -> Path:
        return self.registry / "empresas" / "conservas.yaml"

    @property
    def content(self) -> Path:
        return self.folder / "content"

    @property
    def home(self) -> Path:
        return self.content / "index.md"

    @property
    def config(self) -> Path:
        return self.folder / "mkdocs.yml"

    @property
    def out(self) -> Path:
        return self.folder / "site"

    def options(self) -> list[str]:
        """The project as options of a command."""
        return ["--registry", str(self.registry), "--config", str(self.config)]

    def break_company(self) -> None:
        """Put in a fault that names itself: a misspelt key in line 2."""
        text = self.company.read_text(encoding="utf-8")
        lines = text.splitlines(keepends=True)
        lines.insert(1, "nombre_fantacia: Frasco\n")
        self.company.write_text("".join(lines), encoding="utf-8")

    def site(self) -> dict[str, str]:
        """Every file of the site with its digest."""
        return tree(self.out)


def tree(folder: Path) -> dict[str, str]:
    """Every file below `folder`: a digest by its path, for whole files make unreadable failures."""
    return {
        path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest()[:12]
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def small_project(folder: Path) -> Project:
    """Write the project into `folder`."""
    project = Project(folder)
    write_registry(project.registry)
    for mould in (ROOT / "content").rglob("molde.md"):
        copy = project.content / mould.relative_to(ROOT / "content")
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(mould, copy)
    home = "---\ntitle: Portada\ndescription: Portada de prueba.\n---\n# Portada\n"
    project.home.write_text(home, encoding="utf-8")
    project.config.write_text(_config(), encoding="utf-8")
    return project


def write_registry(folder: Path) -> None:
    """One agreement and one company, whose certificate was valid on VALID_DAY."""
    for name, text in {"acuerdos/prueba": AGREEMENT, "empresas/conservas": COMPANY}.items():
        file = folder / f"{name}.yaml"
        file.parent.mkdir(parents=True)
        file.write_text(text, encoding="utf-8")


def _config() -> str:
    """This repository's configuration without its navigation, its folders named in full."""
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    head, found, _ = text.partition("\nnav:")
    assert found
    templates = f"  - registro:\n      templates: {ROOT / 'templates'}\n"
    return head.replace("custom_dir: templates", f"custom_dir: {ROOT / 'templates'}").replace(
        "  - registro\n", templates
    )
