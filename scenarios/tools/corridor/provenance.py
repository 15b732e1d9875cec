"""Provenance messages. Every note names the row of scenarios/data it rests on, so that a figure can be traced."""
from corridor.text import Enum, Message


def provenance(fields=(), sources="", confidence="C", note=""):
    """`sources` as in the tables ("S014;S103"). S000, the compiler's own estimate, is no source."""
    ids = [s for s in sources.split(";") if s and s != "S000"]
    assumed = confidence == "C" or not ids
    if assumed and not note:
        note = "own estimate of the tables"
    return Message(
        fields=list(fields),
        sources=ids,
        confidence=Enum("CONFIDENCE_" + ("C" if assumed else confidence)),
        assumption=True if assumed else None,
        note=note or None,
    )


def assumed(note, *fields):
    return provenance(fields, note=note)


class Rows:
    """The published rows by id, checked against the split: an input must be an input of its year."""

    def __init__(self, tables, year):
        self.rows, self.roles, self.year = tables.rows, tables.roles, year
        self.used = set()

    def note(self, *row_ids):
        for row_id in row_ids:
            role = self.roles[row_id, self.year][0]
            if role not in ("input", "calibration"):
                raise ValueError(f"{row_id} is {role} in {self.year} and cannot be an input")
            self.used.add(row_id)
        return ", ".join(row_ids)

    def from_rows(self, row_ids, fields=(), note="", confidence="A"):
        """Provenance resting on published rows. Demand taken over from another year is an assumption."""
        found = [self.rows[r] for r in row_ids]
        sources = ";".join(dict.fromkeys(s for r in found for s in r["source_id"].split(";")))
        text = self.note(*row_ids) + (": " + note if note else "")
        periods = sorted({r.get("period", "") for i, r in zip(row_ids, found) if self.roles[i, self.year][1] == "no"} - {""})
        if periods:
            text += f" (published for {', '.join(periods)})"
        taken_over = "C" if periods and row_ids[0][0] == "D" else "A"
        least = max([r["confidence"] for r in found] + [confidence, taken_over])
        return provenance(fields, sources, least, text)
