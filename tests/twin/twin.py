#!/usr/bin/env python3
"""The twin: an independent rebuild of Cadre's central run from docs/method.md and docs/frameworks.md.

    python3 twin.py FRAMEWORK ACCOUNT_CSV       compare every cell of the engine's account.csv

It knows the baseline alone: no levers, scenarios, futures or need. Written from the documents alone and kept
free of the engine's code: where the two disagree, one of them misreads the documents. The framework is taken as
checked by `cadre check`. Numbers in brackets are sections of docs/method.md. Standard library only.
Exit code: 0 all cells agree, 1 some do not or something cannot be read.
"""
import csv
import itertools
import math
import os
import re
import sys
from types import SimpleNamespace

TOLERANCE = 1e-11         # relative to max(1, |value|)
AGES = range(16, 76)      # 60 classes; 75 holds everybody aged 75 and over [2]
KEYS = ["month", "place", "service", "staff_group"]
NUMBERS = ["opening", "joiners", "moves_in", "leavers", "moves_out", "adjustment", "closing",
           "fte", "posts", "vacancies", "over_establishment"]


class Fault(Exception):
    """Something in the framework or in the account that the documents do not allow."""


def read_table(folder, name, needed=True):
    path = os.path.join(folder, name)
    if not needed and not os.path.exists(path):
        return []
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def month_number(label):
    """A month (2029-03) or a day in it, counted from the year 0."""
    return int(label[:4]) * 12 + int(label[5:7]) - 1


def spread(edges, shares):
    """Band shares to the 60 ages, by the monotone cubic through the cumulative shares [2.1]."""
    n, h = len(shares), [b - a for a, b in zip(edges, edges[1:])]
    d = [share / width for share, width in zip(shares, h)]
    c = [0.0] + list(itertools.accumulate(shares))

    def end_slope(h0, h1, d0, d1):
        m = ((2 * h0 + h1) * d0 - h0 * d1) / (h0 + h1)
        if m * d0 <= 0:
            return 0.0
        return 3 * d0 if d0 * d1 <= 0 and abs(m) > 3 * abs(d0) else m

    slopes = [d[0], d[0]]
    if n > 1:
        slopes = [end_slope(*h[:2], *d[:2])] + [0.0] * (n - 1) + [end_slope(*h[:-3:-1], *d[:-3:-1])]
        for k in range(1, n):
            if d[k - 1] * d[k] > 0:
                w1, w2 = 2 * h[k] + h[k - 1], h[k] + 2 * h[k - 1]
                slopes[k] = (w1 + w2) / (w1 / d[k - 1] + w2 / d[k])

    def curve(x):
        k = max(i for i in range(n) if edges[i] <= x)
        s = (x - edges[k]) / h[k]
        return (c[k] * (1 + 2 * s) * (1 - s) ** 2 + h[k] * slopes[k] * s * (1 - s) ** 2
                + c[k + 1] * s * s * (3 - 2 * s) + h[k] * slopes[k + 1] * s * s * (s - 1))

    ages = [max(0.0, curve(a + 1) - curve(a)) if edges[0] <= a < edges[-1] else 0.0 for a in AGES]
    return [share / sum(ages) for share in ages]


def spread_bands(bands, column):
    """The bands' edges, and a column of theirs spread to ages."""
    edges = [float(row["from"]) for row in bands] + [float(bands[-1]["to"])]
    return edges, spread(edges, [float(row[column]) for row in bands])


class Group:
    """One leaf of the staff groups: its shares by age, FTE per head, age multipliers, seasons."""

    def __init__(self, code, bands, scale, seasons):
        self.code, self.scale, self.seasons = code, scale, seasons
        self.fte, self.modelled = 0.0, 0.0      # on the opening day: published, and heads * w
        edges, self.stock = spread_bands(bands, "stock_share")      # s_g(a)
        edges, self.joiners = spread_bands(bands, "joiner_share")   # q_g(a)
        self.middles = [(edges[k] + edges[k + 1]) / 2 for k in range(len(bands))]
        self.levels = [float(row["fte_per_head"]) for row in bands]
        # w[m][a]: FTE per head m months after the birthday; everybody's is the opening day's anniversary
        self.w = [[self.fte_per_head(a + m / 12) for a in AGES] for m in range(12)]
        # ages below all bands have the first one's rate, ages above them the last one's [3.2]
        rates = [float(row["leaving_rate"]) for row in bands]
        rate = [rates[max([k for k in range(len(bands)) if edges[k] <= a], default=0)] for a in AGES]
        mean = sum(s * w * r for s, w, r in zip(self.stock, self.w[0], rate)) / dot(self.stock, self.w[0])
        leavers = any(r > 0 and float(row["stock_share"]) > 0 for r, row in zip(rates, bands))
        self.age_multiplier = [r / mean if leavers else 1.0 for r in rate]

    def fte_per_head(self, x):
        """Straight lines through the bands' midpoints, level outside them [2.2]."""
        x = min(max(x, self.middles[0]), self.middles[-1])
        for x0, x1, y0, y1 in zip(self.middles, self.middles[1:], self.levels, self.levels[1:]):
            if x <= x1:
                return y0 + (x - x0) / (x1 - x0) * (y1 - y0)
        return self.levels[0]       # a single band


def dot(a, b):
    return sum(map(float.__mul__, a, b))


def way_up(parent, code):
    """The place or staff group itself, then its parents up to the top."""
    way = []
    while code:
        way.append(code)
        code = parent[code]
    return way


class Register:
    """assumptions.csv and assumptions_imported.csv: the central value of the most specific row [4]."""

    def __init__(self, rows, place_parent, group_parent):
        self.rows, self.place_parent, self.group_parent = rows, place_parent, group_parent

    def value(self, parameter, place, service, group):
        # how far each row's scope lies above the cohort; a blank lies above everything
        ways = [("place", way_up(self.place_parent, place) + [""]), ("service", [service, ""]),
                ("staff_group", way_up(self.group_parent, group) + [""])]
        found = [([way.index(row[column]) for column, way in ways], row) for row in self.rows
                 if row["parameter"] == parameter and all(row[column] in way for column, way in ways)]
        for heights, row in found:
            others = [other for other, r in found if r is not row]
            if all(o != heights and all(a >= b for a, b in zip(o, heights)) for o in others):
                return central(row)
        raise Fault("%s: %d rows, none most specific, for %s/%s/%s" % (parameter, len(found), place, service, group))

    def of_source(self, parameter, supply, stage=""):
        """A row for the stage goes before one for the source."""
        for scope in (supply + "/" + stage, supply):
            for row in self.rows:
                if (row["parameter"], row["supply"]) == (parameter, scope):
                    return central(row)
        if parameter not in ("interrupted", "late"):
            raise Fault("%s: no row for %s %s" % (parameter, supply, stage))
        return 0.0


def central(row):
    return float(row["central"]) / (100 if row["unit"].startswith("percent") else 1)


class Source:
    """A source of candidates besides "other": arrivals(t), for the whole staff group, and joiners' ages [3.3]."""

    def __init__(self, row, register, stages, intakes, ages):
        self.ages, self.first, self.supply, self.value = ages, None, row["supply"], register.of_source
        if row["kind"] == "international":
            rate = max(self.value("international", self.supply), float(row["floor"] or 0))
            self.arrivals = lambda t: min(rate, float(row["ceiling"] or "inf")) / 12
        elif row["kind"] == "return_to_practice":
            starting, months = 1 - math.exp(-self.value("uptake", self.supply) / 12), int(row["months"])
            first_month = float(row["outside"]) * starting * self.value("completion", self.supply)
            self.arrivals = lambda t: first_month * (1 - starting) ** max(0, t - months - 1)
        else:
            arriving = self.train(stages, intakes)
            self.first = min(arriving, default=1)
            self.arrivals = lambda t: arriving.get(t, 0.0)

    def train(self, stages, intakes):
        """{month: heads} who start the first stage, from it those who start the next one, and so on to a post."""
        starting = {t: places * self.value("places_filled", self.supply) for t, places in intakes}
        for stage in stages:
            never, interrupted, late = (self.value(parameter, self.supply, stage["stage"])
                                        for parameter in ("never_qualifying", "interrupted", "late"))
            onward = (self.value("seeking_post", self.supply) if stage is stages[-1] else
                      self.value("going_on", self.supply, stage["stage"])) * (1 - never)
            months, following = int(stage["months"]) + int(stage["gap_months"]), {}
            for share, delay in ((1 - interrupted - late, 0), (interrupted, int(stage["interruption_months"])),
                                 (late, int(stage["late_months"]))):
                for t, heads in starting.items():
                    month = t + months + delay
                    following[month] = following.get(month, 0.0) + heads * share * onward
            starting = following
        return starting

    def left_over(self, phi, kept):
        """What the arrivals up to the opening day would have left."""
        if self.first is None:
            return self.arrivals(1) * (1 - phi) / (1 - kept * (1 - phi))
        left = 0.0
        for u in range(self.first, 1):
            left = (kept * left + self.arrivals(u)) * (1 - phi)
        return left


class Model:
    def __init__(self, folder):
        with open(os.path.join(folder, "framework.yaml"), encoding="utf-8-sig") as file:
            self.opening = month_number(re.search(r"(?m)^opening\s*:\s*['\"]?([\d-]+)", file.read()).group(1))
        # the main parent: of greatest weight, the first listed among equals [3.3]; dict keeps the last
        places = sorted(reversed(read_table(folder, "places.csv")), key=lambda row: float(row["weight"] or 0))
        place_parent = {row["place"]: row["parent"] for row in places}
        group_parent = {row["staff_group"]: row["parent"] for row in read_table(folder, "staff_groups.csv")}
        rows = read_table(folder, "assumptions.csv") + read_table(folder, "assumptions_imported.csv", needed=False)
        register = Register(rows, place_parent, group_parent)
        bands, seasons = by_code(read_table(folder, "ages.csv"), "staff_group"), {}
        for row in read_table(folder, "seasons.csv"):
            seasons.setdefault(row["staff_group"], {})[row["flow"], int(row["month"])] = float(row["share"])
        scales = {row["staff_group"]: float(row["leaving_scale"]) for row in read_table(folder, "scales.csv")}
        groups = {code: Group(code, bands[code], scales[code], seasons[code]) for code in bands}
        rates = {cohort_key(row): row for row in read_table(folder, "place_rates.csv")}
        pools = {}
        for row in read_table(folder, "supply.csv"):
            pools[row["staff_group"], row["catchment"]] = SimpleNamespace(
                group=groups[row["staff_group"]], inflow=float(row["inflow_per_year"]),
                left_over=[float(row["opening_pool"])], cohorts=[])

        self.cohorts = []
        for row in read_table(folder, "stock.csv"):
            c = SimpleNamespace(key=cohort_key(row), leaving={})    # leaving: shares by age, for months of the year
            place, c.group = c.key[0], groups[c.key[2]]
            c.place_rate = float(rates[c.key]["leaving_multiplier"])
            c.attractiveness = float(rates[c.key]["attractiveness"])
            c.leaving_rate = register.value("leaving_rate", *c.key)
            c.growth = register.value("posts_growth", *c.key)
            c.published_heads, c.published_fte = float(row["heads"]), float(row["fte"])
            c.heads = [c.published_heads * s for s in c.group.stock]
            c.posts = c.published_fte / (1 - register.value("vacancy_rate", *c.key))    # [3.1]
            catchment = next(place for place in way_up(place_parent, place) if (c.group.code, place) in pools)
            pools[c.group.code, catchment].cohorts.append(c)                            # [3.3]
            c.modelled = dot(c.heads, c.group.w[0])
            c.group.fte, c.group.modelled = c.group.fte + c.published_fte, c.group.modelled + c.modelled
            self.cohorts.append(c)
        for c in self.cohorts:      # f_c; without heads the group's mean, or 1 [2.2]
            fte, modelled = (c.published_fte, c.modelled) if c.modelled > 0 else (c.group.fte, c.group.modelled)
            c.factor = fte / modelled if modelled > 0 else 1.0

        self.pools = [pool for pool in pools.values() if pool.cohorts]
        sources = self.read_sources(folder, register, groups)       # shared by opening FTE [3.3]
        for pool in self.pools:
            code = pool.group.code
            pool.kept = register.value("candidates_kept", "", "", code)
            pool.elasticity = register.value("supply_elasticity", "", "", code)
            pool.phi = 1 - math.exp(-1 / register.value("months_to_fill", "", "", code))   # [3.4]
            pool.opening_posts = sum(c.posts for c in pool.cohorts)
            pool.share = sum(c.published_fte for c in pool.cohorts) / (pool.group.fte or 1)
            pool.sources = sources.get(code, [])
            pool.left_over += [pool.share * source.left_over(pool.phi, pool.kept) for source in pool.sources]

        self.events = {}        # events[t][cohort] = [transfers in, transfers out, adjustment]
        for name in ("transfers.csv", "adjustments.csv"):
            for row in read_table(folder, name, needed=False):
                column = {"in": 0, "out": 1}[row["direction"]] if name == "transfers.csv" else 2
                month = self.events.setdefault(int(row["month"]), {})
                month.setdefault(cohort_key(row), [0.0, 0.0, 0.0])[column] += float(row["heads"])

    def read_sources(self, folder, register, groups):
        """{staff group: its sources}"""
        stages, intakes, bands = (by_code(read_table(folder, name, needed=False), "supply")
                                  for name in ("stages.csv", "intakes.csv", "source_ages.csv"))
        sources = {}
        for row in read_table(folder, "sources.csv", needed=False):
            code, group = row["supply"], row["staff_group"]
            ages = spread_bands(bands[code], "share")[1] if code in bands else groups[group].joiners
            starts = [(month_number(r["start"]) - self.opening, float(r["places"])) for r in intakes.get(code, [])]
            sources.setdefault(group, []).append(Source(row, register, stages.get(code, []), starts, ages))
        return sources

    def run(self, months):
        """The account's rows: [month, place, service, staff group, then the eleven numbers]."""
        rows = []
        for t in range(1, months + 1):
            year, calendar = (self.opening + t) // 12, (self.opening + t) % 12 + 1
            for c in self.cohorts:
                if calendar == 4:
                    c.posts *= 1 + c.growth                                             # [3.1]
                self.leave(c, calendar)
                self.move(c, t, self.events.get(t, {}).get(c.key, (0.0, 0.0, 0.0)))
            for pool in self.pools:
                self.supply_and_hire(pool, t, calendar)
            for c in self.cohorts:
                if t % 12 == 0:                                                         # [3.5]
                    c.heads = [0.0] + c.heads[:-2] + [c.heads[-2] + c.heads[-1]]
                c.closing, fte = sum(c.heads), dot(c.heads, c.group.w[t % 12]) * c.factor
                rows.append(["%04d-%02d" % (year, calendar), *c.key, c.opening, c.hires, c.moves_in, c.leavers,
                             c.moves_out, c.adjustment, c.closing, fte, c.posts, max(0.0, c.posts - fte),
                             max(0.0, fte - c.posts)])
        return rows

    def leave(self, c, calendar):                                                       # [3.2]
        if calendar not in c.leaving:
            rate = c.leaving_rate * c.group.scale * c.place_rate * 12 * c.group.seasons["leaving", calendar]
            c.leaving[calendar] = [1 - math.exp(-rate * m / 12) for m in c.group.age_multiplier]
        gone = [h * p for h, p in zip(c.heads, c.leaving[calendar])]
        c.opening, c.leavers = sum(c.heads), sum(gone)
        c.heads = [h - g for h, g in zip(c.heads, gone)]

    def move(self, c, t, event):                                                        # [3.2]
        c.moves_in, c.moves_out, c.adjustment = event
        w = c.group.w[(t - 1) % 12]             # FTE per head at the start of the month
        if any(event):
            before, net = sum(c.heads), c.moves_in - c.moves_out + c.adjustment
            rounding = 1e-9 * (before + c.moves_in + c.moves_out + abs(c.adjustment))
            after = before + net if abs(before + net) > rounding else 0.0
            if after < 0:
                raise Fault("month %d: %s falls below 0 heads" % (t, "/".join(c.key)))
            ages = c.heads if before > 0 else c.group.stock
            per_head = dot(ages, w) * c.factor / sum(ages)
            c.heads = [h * after / sum(ages) for h in ages]
            posts = c.posts + net * per_head
            c.posts = posts if posts > 1e-9 * c.posts else 0.0
        c.fte = dot(c.heads, w) * c.factor

    def supply_and_hire(self, pool, t, calendar):
        # [3.3] candidates by source, other first
        arrivals = [0.0] * len(pool.left_over)
        if pool.opening_posts > 0:
            ratio = sum(c.posts for c in pool.cohorts) / pool.opening_posts
            other = pool.inflow * pool.group.seasons["arriving", calendar] * ratio ** pool.elasticity
            arrivals = [other] + [pool.share * source.arrivals(t) for source in pool.sources]
        candidates = [pool.kept * left + arriving for left, arriving in zip(pool.left_over, arrivals)]
        total = sum(candidates)
        mix = [n / total for n in candidates] if total > 0 else [1.0] + [0.0] * len(pool.sources)
        ages = [dot(mix, q) for q in zip(pool.group.joiners, *(source.ages for source in pool.sources))]
        # [3.4] wants and offer, in heads
        w = pool.group.w[(t - 1) % 12]
        for c in pool.cohorts:
            c.want = c.hires = pool.phi * max(0.0, c.posts - c.fte) / (c.factor * dot(ages, w))
        offer = pool.phi * total
        if offer < sum(c.want for c in pool.cohorts):
            order = sorted(pool.cohorts, key=lambda c: -c.attractiveness)
            # sums of want * attractiveness from each cohort down
            pull = list(itertools.accumulate(c.want * c.attractiveness for c in reversed(order)))[::-1]
            for first, c in enumerate(order):
                level = offer / pull[first] if pull[first] > 0 else 0.0
                if level * c.attractiveness < 1:
                    for rest in order[first:]:
                        rest.hires = rest.want * level * rest.attractiveness
                    break
                offer = max(0.0, offer - c.want)
        hires = sum(c.hires for c in pool.cohorts)
        pool.left_over = [max(0.0, n - hires * m) for n, m in zip(candidates, mix)]
        for c in pool.cohorts:
            if c.hires:
                c.heads = [h + c.hires * q for h, q in zip(c.heads, ages)]


def by_code(rows, column):
    """{code: its rows, in order; age bands by age}"""
    found = {}
    for row in sorted(rows, key=lambda row: float(row.get("from", 0))):
        found.setdefault(row[column], []).append(row)
    return found


def cohort_key(row):
    return row["place"], row["service"], row["staff_group"]


def compare(model, path):
    """Compares every cell, prints the verdict, returns the exit code."""
    with open(path, encoding="utf-8-sig", newline="") as file:
        table = csv.reader(file)
        header, theirs = next(table, []), list(table)
    if header != KEYS + NUMBERS:
        raise Fault("%s: the columns are %s" % (path, ",".join(header)))
    ours = model.run(month_number(max(row[0] for row in theirs if row)) - model.opening)
    faults, worst, where = [], 0.0, "nowhere"
    for line, (mine, row) in enumerate(itertools.zip_longest(ours, theirs), start=2):
        if not mine or not row or row[:4] != mine[:4] or len(row) != len(header):
            faults.append("line %d: row %s, expected %s" % (line, row and row[:4], mine and mine[:4]))
            continue
        for name, expected, text in zip(NUMBERS, mine[4:], row[4:]):
            difference = abs(float(text) - expected) / max(1.0, abs(expected))
            if not difference <= TOLERANCE:
                faults.append("line %d: %s %s: %s, expected %r (difference %.1e)"
                              % (line, "/".join(row[:4]), name, text, expected, difference))
            if difference > worst:
                worst, where = difference, " ".join(row[:4] + [name])
    if faults:
        print("\n".join("twin: " + fault for fault in faults[:10]))
        print("twin: %d disagreements in %d rows" % (len(faults), len(ours)))
        return 1
    print("twin: %d rows, %d cells agree; largest difference %.1e (%s)" % (
        len(ours), len(ours) * len(NUMBERS), worst, where))
    return 0


def main(arguments):
    if len(arguments) != 2:
        sys.exit(__doc__)
    try:
        return compare(Model(arguments[0]), arguments[1])
    except (Fault, OSError, ValueError, LookupError, StopIteration) as fault:
        sys.exit("twin: %r" % fault)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
