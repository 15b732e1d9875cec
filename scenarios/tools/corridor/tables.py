"""The published tables of scenarios/data, by row id as in validation_split.csv."""
import csv

STUDY_YEARS = (2015, 2017, 2018, 2021, 2024)


def read_csv(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


class Tables:
    def __init__(self, data):
        self.nodes = read_csv(data / "nodes.csv")
        self.local_names = {r["node_id"]: r for r in read_csv(data / "local_names.csv")}
        self.links = read_csv(data / "links.csv")
        self.sources = read_sources(data / "sources.md")
        self.rows = {f"D{n:03d}": r for n, r in enumerate(read_csv(data / "demand.csv"), start=1)}
        for name, column in (("processes", "process_id"), ("transit_times", "tt_id"),
                             ("factors", "factor_id"), ("validation", "target_id")):
            self.rows.update((r[column], r) for r in read_csv(data / f"{name}.csv"))
        self.rows.update(("C:" + r["link_id"], link_capacity(r)) for r in self.links
                         if r["capacity_train_pairs_per_day"])
        self.roles = {(r["row"], int(r["study_year"])): (r["role"], r["applies"], r["reason"])
                      for r in read_csv(data / "validation_split.csv")}

    def value(self, row_id):
        row = self.rows[row_id]
        return float(row.get("value") or row.get("typical"))


def link_capacity(link):
    return {"source_id": link["capacity_source_id"], "confidence": link["infra_confidence"],
            "value": link["capacity_train_pairs_per_day"], "unit": "pairs/day", "period": "",
            "scope": f"{link['from']}-{link['to']} ({link['gauge_mm']} mm)", "observable": "train pairs per day"}


def read_sources(path):
    """The table "## Sources" of sources.md: (id, title, address, date, kind)."""
    lines = path.read_text(encoding="utf-8").split("## Sources", 1)[1].splitlines()
    rows = [[cell.strip() for cell in line.strip().strip("|").split("|")] for line in lines if line.startswith("| S")]
    return [row for row in rows if row[0] != "S000" and len(row) == 5]
