"""The facts on which what is told here rests: paraphrases with their sources."""

from wargame.reports.record import Json
from wargame.reports.teller import Teller


def facts(teller: Teller) -> Json:
    """Those cited by a ruling, an inject or a red line that this reader knows; of how many the scenario has."""
    known, sources = teller.view.get("facts", {}), teller.view.get("sources", {})
    cited = _cited(teller)
    rows = [
        [key, fact["text"], "; ".join(sources[source]["title"] for source in fact["sources"] if source in sources)]
        for key, fact in known.items()
        if key in cited
    ]
    return {"rows": rows, "all": len(known)}


def _cited(teller: Teller) -> set[str]:
    terms = [term["provenance"] for ruling in teller.issued.values() for term in ruling["terms"]]
    news = [inject["provenance"] for _, inject in teller.sorted("injects")]
    lines = [fact for _, line in teller.sorted("red_lines") for fact in line["facts"]]
    return {fact for provenance in (*terms, *news) for fact in provenance.get("facts", ())} | {*lines}


def limits(teller: Teller) -> list[str]:
    return list(teller.view["exercise"]["limits"])
