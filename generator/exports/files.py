"""The published registry → every file of the open data, in groups that are made together."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from generator.code import compact
from generator.exports import (
    api_answers,
    api_lists,
    api_records,
    books,
    cells,
    envelope,
    figure_files,
    figure_results,
    openapi,
    table_texts,
)
from generator.exports.downloads import Made
from generator.exports.envelope import Origin
from generator.exports.tables import TABLES
from generator.model import Agreement, Company, Record
from generator.views.figure_slots import FIGURES
from generator.views.survey import Survey


@dataclass(frozen=True, slots=True)
class Group:
    """Files that depend on the same records; `weight` tells how many ordinary pages cost as much.

    Everything is read from the survey when the files are asked for, so that whoever makes them
    sees what they depend on.
    """

    name: str
    files: Callable[[], Iterator[Made]]
    weight: int = 1


def groups(survey: Survey) -> Iterator[Group]:
    """All of them."""
    yield from of_all(survey)
    with survey.reads.unnoted():
        companies = list(survey.registry.companies)
    for id in companies:
        yield of_company(survey, id)


def of_company(survey: Survey, id: str) -> Group:
    """Those of a company: what the API says of it, and of all its codes and RUTs."""
    return Group(f"api empresas/{id}", partial(_company, survey, _origin(survey), id))


def of_all(survey: Survey) -> Iterator[Group]:
    """Those that are no company's own, the longest to make first."""
    origin = _origin(survey)
    with survey.reads.unnoted():
        companies = len(survey.registry.companies)
        withdrawn = bool(survey.registry.withdrawn)
    whole = 2 + companies // 3
    yield Group("datos libros", partial(books.files, survey), whole)
    for table in TABLES.values():
        weight = whole // 4 if table.collection == Company.collection else 10
        make = partial(table_texts.files, survey, origin, table)
        yield Group(f"datos tablas {table.name}", make, weight)
    yield Group("api listas", partial(_lists, survey, origin), 1 + companies // 6)
    yield Group("api cruces", partial(_crossings, survey, origin), 1 + companies // 50)
    yield Group("api openapi", partial(_openapi, survey))
    yield from _figures(survey)
    for id in survey.registry.agreements:
        yield Group(f"api acuerdos/{id}", partial(_agreement, survey, origin, id))
    if withdrawn:
        yield Group("api retiradas", partial(_withdrawn, survey, origin))


def _origin(survey: Survey) -> Origin:
    return Origin(survey.day, survey.site.commit)


def _figures(survey: Survey) -> Iterator[Group]:
    """The tables of figures, each made again only where its own numbers have changed."""
    for name in FIGURES:
        yield Group(f"figuras {name}", partial(figure_files.country, survey, name))
    yield Group("figuras publicadas", partial(figure_files.published, survey))
    for scope in figure_files.scopes(survey):
        yield Group(f"figuras {scope.name}", partial(figure_files.of_scope, survey, scope))


# The API.


def _lists(survey: Survey, origin: Origin) -> Iterator[Made]:
    yield Made(envelope.path("cambios"), envelope.many(origin, api_lists.changes(survey)))
    yield Made(envelope.path("cifras"), envelope.one(origin, api_lists.figures(survey)))
    yield Made(envelope.path("renombrados"), envelope.many(origin, api_lists.renamed(survey)))


def _crossings(survey: Survey, origin: Origin) -> Iterator[Made]:
    rows = figure_results.crossings(survey)
    yield Made(envelope.path(figure_results.CROSSINGS), envelope.many(origin, rows))


def _openapi(survey: Survey) -> Iterator[Made]:
    described = openapi.document(survey.registry.settings, survey.site.url)
    yield Made(envelope.path("openapi"), f"{cells.encoded(described)}\n".encode())


def _agreement(survey: Survey, origin: Origin, id: str) -> Iterator[Made]:
    found = api_records.agreement(survey, id)
    yield Made(envelope.path(f"acuerdos/{id}"), envelope.one(origin, found))


def _company(survey: Survey, origin: Origin, id: str) -> Iterator[Made]:
    """The company, and the answers on all its codes and RUTs."""
    registry = survey.registry
    yield Made(
        envelope.path(f"empresas/{id}"), envelope.one(origin, api_records.company(survey, id))
    )
    answers: dict[str, object] = {}
    for one in registry.companies[id].record.certificates:
        granted = registry.certificates[one.code]
        answers[_code_path(one.code)] = api_answers.certificate(survey, granted)
    for seal in registry.seals_by_company.get(id, ()):
        answers[_code_path(seal.record.code)] = api_answers.seal(survey, seal)
    for rut, is_former in _ruts(survey, id).items():
        entry = registry.companies[id]
        answers[f"rut/{rut}"] = api_answers.company(survey, rut, entry, is_former=is_former)
    for name, answer in answers.items():
        yield Made(envelope.path(name), envelope.one(origin, answer))


def _code_path(code: str) -> str:
    return f"codigos/{compact(code)}"


def _ruts(survey: Survey, id: str) -> Mapping[str, bool]:
    """The RUTs under which a company is found, and whether it has another one today."""
    registry = survey.registry
    record = registry.companies[id].record
    found = {
        name.rut: True
        for name in record.former_names
        if name.rut and registry.former_ruts.get(name.rut) == id and name.rut not in registry.ruts
    }
    return {**found, record.rut: False} if record.rut else found


def _withdrawn(survey: Survey, origin: Origin) -> Iterator[Made]:
    """Records that were withdrawn: their addresses stay and say so, and no more."""
    models: Mapping[str, type[Record]] = {"acuerdos": Agreement, "empresas": Company}
    for (collection, id), stone in survey.registry.withdrawn.items():
        if collection in models:
            found = api_records.withdrawn(models[collection], stone)
            yield Made(envelope.path(f"{collection}/{id}"), envelope.one(origin, found))
    for code, stone in survey.registry.withdrawn_codes.items():
        answer = api_answers.withdrawn(survey, code, stone)
        yield Made(envelope.path(_code_path(code)), envelope.one(origin, answer))
