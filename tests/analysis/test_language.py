"""The language of a text is told by its function words, or not at all."""

from __future__ import annotations

import pytest

from standout.analysis.language import language

TEXTS = {
    "en": "Built the ranking model of a shop and led the team that moved it to the cloud",
    "de": "Entwicklung einer Karte für die Stadt mit den Daten aus dem Netz und der Verwaltung",
    "fr": "Développement d'une carte de la ville avec les données du réseau et des habitants",
    "es": "Desarrollo de un mapa de la ciudad con los datos de la red y de los vecinos",
    "it": "Sviluppo di una mappa della città con i dati della rete e degli abitanti per il comune",
    "nl": "Ontwikkeling van een kaart van de stad met de gegevens van het net en de bewoners",
}


@pytest.mark.parametrize("code", TEXTS)
def test_the_language_of_a_sentence(code: str) -> None:
    assert language(TEXTS[code]) == code


@pytest.mark.parametrize(
    "text",
    ["", "Python, PyTorch, SQL", "Lorem ipsum dolor sit amet consectetur", "Jane Doe, 12 Elm St"],
)
def test_lists_and_names_have_no_language(text: str) -> None:
    assert language(text) is None
