"""Calendars, as a calendar program reads them."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar, Event

from generator.registry import Registry
from generator.show.calendar import LONGEST_LINE, Heading, calendar
from generator.views.expiries import Expiry
from tests.record_bodies import SITE
from tests.sample import adhesion, agreement, certificate, company, element, published, seal
from tests.show_files import made, on

COMPANY = "calendario/empresas/empresa.ics"
ALL = "calendario/vencimientos.ics"
HEADING = Heading("calendario/vencimientos.ics", "Vencimientos", "Días.")
CORRECTION = {"fecha": "2026-07-01", "campo": "vigente_hasta", "motivo": "Error de tipeo"}
WRITTEN = st.text(st.characters(exclude_categories=("Cc", "Cs")), max_size=200)


def _whole(*certificates: object, **keys: object) -> Registry:
    plants = [element(adhesion(*(certificates or (certificate(),))))]  # type: ignore[arg-type]
    return published(company(*plants, **keys), seals={"s": seal()})


def _events(registry: Registry, path: str = COMPANY, day: date = SITE.day) -> dict[str, Event]:
    read = Calendar.from_ical(made(registry, on(day))[path])
    return {str(one["UID"]): one for one in read.walk("VEVENT")}


def test_a_company_is_reminded_of_each_last_day() -> None:
    """A certificate and a seal: a whole day each, with alarms 90, 30 and 7 days before."""
    events = _events(_whole())

    assert list(events) == [
        "23456789-vencimiento@registro.example",
        "ABCDEFGG-vencimiento@registro.example",
    ]
    for one in events.values():
        assert one.decoded("DTSTART") == date(2028, 1, 10)
        assert one.decoded("DTEND") == date(2028, 1, 11)
        alarms = [alarm.decoded("TRIGGER") for alarm in one.walk("VALARM")]
        assert alarms == [timedelta(days=-days) for days in (90, 30, 7)]


def test_an_event_says_what_ends_and_where_to_look() -> None:
    """What, for which installation, of whom; and the page that has today's state."""
    event = _events(_whole())["ABCDEFGG-vencimiento@registro.example"]

    assert event["SUMMARY"] == (
        "Vence el certificado ABCD-EFGG: Planta Talca, Conservas Inventadas SpA"
    )
    assert event["DESCRIPTION"] == (
        "Último día del certificado ABCD-EFGG de la instalación Planta Talca, de Conservas "
        "Inventadas SpA, en el Acuerdo de Producción Limpia de Prueba. Estado al día: "
        "https://registro.example/v/ABCDEFGG/"
    )
    assert event["URL"] == "https://registro.example/v/ABCDEFGG/"


def test_all_an_agreement_and_a_region_list_the_same_without_alarms() -> None:
    """Who follows many is not woken by each."""
    registry = _whole()
    for path in (ALL, "calendario/acuerdos/acuerdo.ics", "calendario/regiones/maule.ics"):
        events = _events(registry, path)
        assert len(events) == 2
        assert not [alarm for one in events.values() for alarm in one.walk("VALARM")]


def test_a_correction_raises_the_sequence_and_keeps_the_identity() -> None:
    """A program that knows the event replaces it; nothing in it is of the clock."""
    (before, *_), (after, *_) = (
        [one for uid, one in _events(_whole(**keys)).items() if uid.startswith("ABCD")]
        for keys in ({}, {"correcciones": [CORRECTION]})
    )

    assert before["UID"] == after["UID"]
    assert (before["SEQUENCE"], after["SEQUENCE"]) == (0, 1)
    assert before.decoded("DTSTAMP").date() == date(2025, 1, 10)
    assert after.decoded("DTSTAMP").date() == date(2026, 7, 1)


def test_a_correction_of_tomorrow_changes_nothing_yet() -> None:
    """Only what is dated by the day counts."""
    assert (
        made(_whole(correcciones=[CORRECTION]), on(date(2026, 6, 30)))[COMPANY]
        == made(_whole(), on(date(2026, 6, 30)))[COMPANY]
    )


def test_an_annulled_certificate_is_called_off() -> None:
    """Its last day is cancelled and reminds nobody."""
    held = certificate(anulacion={"fecha": "2026-03-01"})
    event = _events(_whole(held))["ABCDEFGG-vencimiento@registro.example"]

    assert event["STATUS"] == "CANCELLED"
    assert event["SEQUENCE"] == 1
    assert event["SUMMARY"].startswith("Ya no rige el certificado ABCD-EFGG")
    assert not event.walk("VALARM")


def test_what_ended_long_ago_leaves_the_calendars_of_many() -> None:
    """A company keeps its whole history; the others a year of it."""
    registry = _whole(certificate(), certificate("0000-001Y", vigente_hasta="2025-06-01"))

    assert len(_events(registry)) == 3
    assert len(_events(registry, ALL)) == 2


def test_an_example_says_so() -> None:
    """In the title, which is all that a month shows."""
    plant = company(element(adhesion(certificate())), ejemplo=True)
    registry = published(plant, {"acuerdo": agreement(ejemplo=True)})
    (event,) = _events(registry).values()
    read = Calendar.from_ical(made(registry)[COMPANY])

    assert read["X-WR-CALNAME"].startswith("[Ejemplo] ")
    assert event["SUMMARY"].startswith("[Ejemplo] ")
    assert "ficticio" in event["DESCRIPTION"]


def test_a_company_without_certificates_has_a_calendar_already() -> None:
    """One may subscribe before there is anything; the format asks for some component."""
    content = made(published(company()))[COMPANY]
    read = Calendar.from_ical(content)

    assert not read.walk("VEVENT")
    assert read.subcomponents


def test_the_calendar_says_what_it_is() -> None:
    """Its name, its own address, and how often to ask again."""
    read = Calendar.from_ical(made(_whole())[COMPANY])

    assert read["X-WR-CALNAME"] == "Vencimientos · Conservas Inventadas SpA"
    assert read["SOURCE"] == f"https://registro.example/{COMPANY}"
    assert read["REFRESH-INTERVAL"].to_ical() == b"P1D"
    assert (read["VERSION"], read["METHOD"]) == ("2.0", "PUBLISH")


def test_the_same_record_gives_the_same_bytes_on_another_day() -> None:
    """Nothing depends on when the calendar was written."""
    registry = _whole()

    assert made(registry)[COMPANY] == made(registry, on(date(2027, 5, 1)))[COMPANY]


def _expiry(title: str, text: str) -> Expiry:
    day = date(2028, 2, 29)
    return Expiry("ABCD-EFGG", day, title, text, "v/ABCDEFGG/", 0, day, False, False)


@settings(max_examples=60)
@given(WRITTEN, WRITTEN)
def test_any_text_comes_back_as_it_was(title: str, text: str) -> None:
    """Commas, backslashes, ñ and pictures survive; lines end in CRLF and fit 75 octets."""
    content = calendar(SITE, HEADING, [_expiry(title, text)])
    lines = content.split(b"\r\n")
    (event,) = Calendar.from_ical(content).walk("VEVENT")

    assert content.endswith(b"END:VCALENDAR\r\n") and b"\n" not in b"".join(lines)
    assert max(map(len, lines)) <= LONGEST_LINE
    assert all(line.decode() is not None for line in lines)
    assert str(event["SUMMARY"]) == title
    assert str(event["DESCRIPTION"]).startswith(text)
