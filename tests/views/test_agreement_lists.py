"""The lists of agreements: all, by territory, and those that take in other certifications."""

from generator.views import agreement_lists
from generator.views.agreement_rows import agreement_rows
from tests.sample import adhesion, agreement, certificate, company, element, published
from tests.view_bodies import fragment, survey, told


def of(companies=None, **agreements):
    return survey(published(companies, agreements))


def test_agreements_stand_by_trade_and_the_latest_signed_come_first():
    """Within a trade by year, undated last; without a trade at the end."""
    html = fragment(
        agreement_lists.all_slot(
            of(
                viejo=agreement(nombre="El viejo", rubro="vino", fechas={"firma": "2009"}),
                sin=agreement(nombre="El sin fecha", rubro="vino"),
                nuevo=agreement(nombre="El nuevo", rubro="vino", fechas={"firma": "2022-08"}),
                otro=agreement(nombre="El otro"),
            )
        )
    )
    said = told(html)

    assert said.index("El nuevo") < said.index("El viejo") < said.index("El sin fecha")
    assert said.index("El sin fecha") < said.rindex("Sin rubro anotado") < said.index("El otro")
    assert "de 2 no se conoce el año" in said
    assert 'href="#rubro-vino"' in html and 'id="rubro-vino"' in html


def test_published_and_counted_stand_side_by_side_and_never_mix():
    """A source's figure with its unit and day; the register's own with what it includes."""
    figures = [
        {"que": "adheridos", "unidad": "productores", "cantidad": 88},
        {"que": "certificados", "unidad": "productores", "cantidad": 61, "al": "2017-08"},
        {"que": "certificados", "unidad": "productores", "cantidad": 12, "al": "2015"},
    ]
    said = told(
        fragment(
            agreement_lists.all_slot(
                of(company(element(adhesion(certificate()))), acuerdo=agreement(cifras=figures))
            )
        )
    )

    assert (
        "Publicado: 88 productores adheridos; 61 productores certificados (agosto de 2017)." in said
    )
    assert "En este registro: 1 de 1 instalación con certificado vigente." in said


def test_a_published_figure_keeps_its_limits():
    """What a source's figure leaves out stands beside it, here as on the agreement's own page."""
    figures = [
        {
            "que": "adheridos",
            "unidad": "empresas",
            "cantidad": 12,
            "al": "2011-04",
            "nota": "Solo las de la Región de Valparaíso.",
        },
        {"que": "certificados", "unidad": "empresas", "cantidad": 5},
    ]
    said = told(fragment(agreement_lists.all_slot(of(acuerdo=agreement(cifras=figures)))))

    assert (
        "Publicado: 12 empresas adheridas (abril de 2011). Solo las de la Región de Valparaíso. "
        "5 empresas certificadas." in said
    )


def test_a_group_says_how_many_of_it_are_examples():
    """The jump list counts fiction apart, and names it where there is nothing else."""
    surveyed = of(
        a=agreement(rubro="vino"),
        b=agreement(rubro="vino", ejemplo=True),
        c=agreement(rubro="leche", ejemplo=True),
    )
    said = told(fragment(agreement_lists.all_slot(surveyed)))

    assert "Vino 2 (1 de ejemplo)" in said
    assert "Leche 1 de ejemplo" in said


def test_one_published_unit_is_singular_and_feminine_where_it_is():
    """`1 empresa certificada`, with the level's name where the figure gives its number."""
    levels = [{"numero": 1, "nombre": "Inicial"}]
    figure = {"que": "certificados", "unidad": "empresas", "cantidad": 1, "nivel": "1"}
    surveyed = of(
        acuerdo=agreement(tipo="certificacion_sustentabilidad", niveles=levels, cifras=[figure])
    )
    (row,) = agreement_rows(surveyed, surveyed.agreements)
    (shown,) = row.published

    assert shown.singular == "empresa certificada"
    assert shown.level == "Nivel 1, Inicial"


def test_a_halted_agreement_says_so_and_an_unknown_stage_says_nothing():
    """`Detenido` stands where the stage would; `sin_informacion` makes no word."""
    halted = agreement(nombre="Parado", detenido={"desde": "2025"})
    unknown = agreement(nombre="Callado", estado="sin_informacion")
    said = told(fragment(agreement_lists.all_slot(of(a=halted, b=unknown))))

    assert "Todo el país Detenido" in said
    assert "Implementación" not in said and "Sin información" not in said


def test_territories_put_an_agreement_under_each_region_it_names():
    """Of two regions in both; of a basin on top too; without territory last, as its source says."""
    two = {"alcance": "regional", "regiones": ["07", "16"]}
    vague = {"alcance": "sin_informacion", "texto": "entre el Biobío y Los Lagos"}
    said = told(
        fragment(
            agreement_lists.territories_slot(
                of(
                    a=agreement(nombre="De dos", territorio=two),
                    b=agreement(nombre="De cuenca", tipo="cuencas_y_territorios"),
                    c=agreement(nombre="De quién sabe", territorio=vague),
                )
            )
        )
    )

    assert said.count("De dos") == 2
    assert said.index("De cuencas y territorios") < said.index("De cuenca Todo el país")
    assert said.index("Sin territorio preciso") < said.index("De quién sabe entre el Biobío")


def test_many_comunas_are_shortened():
    """Four names and how many more."""
    where = {
        "alcance": "comunal",
        "comunas": ["07101", "07102", "07104", "07107", "07203", "07301"],
    }
    surveyed = of(acuerdo=agreement(territorio=where))
    (row,) = agreement_rows(surveyed, surveyed.agreements)

    assert row.territory.endswith("y 2 comunas más")


def test_only_agreements_that_take_in_others_are_for_smes():
    """With the kind and scope of each certification."""
    taken = [{"nombre": "Sello S", "tipo": "sello_nacional", "alcance": "6 de 8"}]
    integrating = agreement(nombre="Puente", certificaciones_integradas=taken)
    said = told(fragment(agreement_lists.smes_slot(of(a=integrating, b=agreement()))))

    assert "Puente Todo el país Sello S (sello nacional): 6 de 8" in said
    assert "1 acuerdo integra otra certificación" in said


def test_a_registry_without_agreements_says_so():
    """Each list has its honest line."""
    empty = survey(published({}, {"borrador": agreement(borrador=True)}))

    for slot in (agreement_lists.all_slot, agreement_lists.territories_slot):
        assert "Este registro aún no tiene acuerdos" in told(fragment(slot(empty)))
    assert "Ningún acuerdo" in told(fragment(agreement_lists.smes_slot(empty)))
