#!/usr/bin/env python3
"""The twin: an independent rebuild of Cadre's central run from docs/method.md and docs/frameworks.md.

    python3 twin.py FRAMEWORK ACCOUNT_CSV          compare every cell of the engine's account.csv
    python3 twin.py FRAMEWORK [--months N] > FILE  write the account instead

Written from the documents alone and kept free of the engine's code: where the two disagree, one of them
misreads the documents. Numbers in brackets are sections of docs/method.md. Standard library only.
Exit code: 0 all cells agree, 1 some do not or something cannot be read.
"""
import csv
import datetime
import itertools
import math
import os
import re
import sys

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


def read_yaml(path):
    """The top-level `key: value` lines, and the codes listed under `services`. No more of YAML than that."""
    keys, services, section = {}, [], None
    with open(path, encoding="utf-8-sig") as file:
        for line in file:
            line = re.sub(r"(^|\s)#.*$", "", line).rstrip()
            top = re.match(r"([A-Za-z_]\w*)\s*:\s*(.*)$", line)
            if top:
                section = top.group(1)
                keys[section] = top.group(2).strip().strip("'\"")
            if section == "services":
                services += re.findall(r"\bcode['\"]?\s*:\s*['\"]?([\w-]+)", line)
    return keys, services


def month_label(opening, t):
    """Month t of the run as 2029-03; t = 0 is the month of the opening day."""
    year, month = divmod(opening.year * 12 + opening.month - 1 + t, 12)
    return "%04d-%02d" % (year, month + 1)


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
        slopes = [0.0] * (n + 1)
        slopes[0] = end_slope(h[0], h[1], d[0], d[1])
        slopes[n] = end_slope(h[-1], h[-2], d[-1], d[-2])
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


class Group:
    """One leaf of the staff groups: its shares by age, FTE per head, age multipliers, seasons."""

    def __init__(self, code, bands, scale, seasons):
        bands = sorted(bands, key=lambda row: float(row["from"]))
        starts = [float(row["from"]) for row in bands]
        edges = starts + [float(bands[-1]["to"])]
        if [float(row["to"]) for row in bands] != edges[1:]:
            raise Fault("ages.csv: the bands of %s do not follow each other" % code)
        self.code, self.scale, self.seasons = code, scale, seasons
        self.stock = spread(edges, [float(row["stock_share"]) for row in bands])        # s_g(a)
        self.joiners = spread(edges, [float(row["joiner_share"]) for row in bands])     # q_g(a)
        self.middles = [(edges[k] + edges[k + 1]) / 2 for k in range(len(bands))]
        self.levels = [float(row["fte_per_head"]) for row in bands]
        # w[m][a]: FTE per head m months after the birthday; everybody's is the opening day's anniversary
        self.w = [[self.fte_per_head(a + m / 12) for a in AGES] for m in range(12)]
        # ages below all bands have the first one's rate, ages above them the last one's [3.2]
        rates = [float(row["leaving_rate"]) for row in bands]
        rate = [rates[max([k for k in range(len(bands)) if starts[k] <= a], default=0)] for a in AGES]
        mean = (sum(s * w * r for s, w, r in zip(self.stock, self.w[0], rate)) / dot(self.stock, self.w[0]))
        self.age_multiplier = [r / mean if mean > 0 else 1.0 for r in rate]

    def fte_per_head(self, x):
        """Straight lines through the bands' midpoints, level outside them [2.2]."""
        x = min(max(x, self.middles[0]), self.middles[-1])
        for x0, x1, y0, y1 in zip(self.middles, self.middles[1:], self.levels, self.levels[1:]):
            if x <= x1:
                return y0 + (x - x0) / (x1 - x0) * (y1 - y0)
        return self.levels[0]       # a single band


def dot(a, b):
    return sum(map(float.__mul__, a, b))


def main_parents(rows):
    """The parent of greatest weight, the first listed among equals [3.3]."""
    best = {}
    for row in sorted(rows, key=lambda row: -float(row["weight"] or 0)):    # stable: keeps equals in order
        best.setdefault(row["place"], row["parent"])
    return best


def way_up(parent, code):
    """The place or staff group itself, then its parents up to the top."""
    way = []
    while code:
        if code in way or code not in parent:
            raise Fault("no way up from %s" % code)
        way.append(code)
        code = parent[code]
    return way


class Register:
    """assumptions.csv and assumptions_imported.csv: the central value of the most specific row [4]."""
    PER_GROUP = {"net_change", "months_to_fill", "candidates_kept", "supply_elasticity"}
    PERCENT = {"leaving_rate", "net_change", "vacancy_rate", "posts_growth", "candidates_kept"}

    def __init__(self, rows, place_parent, group_parent):
        self.rows, self.place_parent, self.group_parent = rows, place_parent, group_parent

    def value(self, parameter, place, service, group):
        if parameter in self.PER_GROUP:
            place = service = ""
        # how far each row's scope lies above the cohort; a blank lies above everything
        ways = [("place", way_up(self.place_parent, place) + [""]), ("service", [service, ""]),
                ("staff_group", way_up(self.group_parent, group) + [""])]
        found = [([way.index(row[column]) for column, way in ways], row) for row in self.rows
                 if row["parameter"] == parameter and all(row[column] in way for column, way in ways)]
        for heights, row in found:
            others = [other for other, r in found if r is not row]
            if all(o != heights and all(a >= b for a, b in zip(o, heights)) for o in others):
                return float(row["central"]) / (100 if parameter in self.PERCENT else 1)
        raise Fault("%s: %s for %s/%s/%s" % (parameter, "no most specific row" if found else "no row",
                                             place, service, group))


class Cohort:
    """The staff of one place, service and staff group [2]; Model fills it."""


class Pool:
    """The candidates of one staff group in one catchment [3.3]; Model fills it."""


class Model:
    def __init__(self, folder):
        keys, services = read_yaml(os.path.join(folder, "framework.yaml"))
        self.opening = datetime.date.fromisoformat(keys["opening"])
        if (self.opening + datetime.timedelta(days=1)).day != 1:
            raise Fault("the opening day is not the last of a month")
        self.run_months = int(keys["run_months"])
        place_parent = main_parents(read_table(folder, "places.csv"))
        group_parent = {row["staff_group"]: row["parent"] for row in read_table(folder, "staff_groups.csv")}
        rows = read_table(folder, "assumptions.csv") + read_table(folder, "assumptions_imported.csv", needed=False)
        register = Register(rows, place_parent, group_parent)
        bands, seasons = {}, {}
        for row in read_table(folder, "ages.csv"):
            bands.setdefault(row["staff_group"], []).append(row)
        for row in read_table(folder, "seasons.csv"):
            seasons.setdefault(row["staff_group"], {})[row["flow"], int(row["month"])] = float(row["share"])
        scales = {row["staff_group"]: float(row["leaving_scale"]) for row in read_table(folder, "scales.csv")}
        groups = {code: Group(code, bands[code], scales[code], seasons[code]) for code in bands}
        rates = {cohort_key(row): row for row in read_table(folder, "place_rates.csv")}
        pools = {}
        for row in read_table(folder, "supply.csv"):
            pool = pools[row["staff_group"], row["catchment"]] = Pool()
            pool.inflow, pool.left_over = float(row["inflow_per_year"]), float(row["opening_pool"])
            pool.season, pool.cohorts = seasons[row["staff_group"]], []

        self.cohorts = []
        for row in read_table(folder, "stock.csv"):
            c = Cohort()
            c.key = c.place, c.service, code = cohort_key(row)
            if c.service not in services:
                raise Fault("stock.csv: service %s is not in framework.yaml" % c.service)
            c.group = groups[code]
            c.place_rate = float(rates[c.key]["leaving_multiplier"])
            c.attractiveness = float(rates[c.key]["attractiveness"])
            c.leaving_rate = register.value("leaving_rate", *c.key)
            c.growth = register.value("posts_growth", *c.key)
            c.published_heads, c.published_fte = float(row["heads"]), float(row["fte"])
            c.heads = [c.published_heads * s for s in c.group.stock]
            c.posts = c.published_fte / (1 - register.value("vacancy_rate", *c.key))    # [3.1]
            catchments = [place for place in way_up(place_parent, c.place) if (code, place) in pools]
            if not catchments:
                raise Fault("no pool for " + "/".join(c.key))
            pools[code, catchments[0]].cohorts.append(c)                                # [3.3]
            c.leaving = {}      # month of the year -> share that leaves, by age
            self.cohorts.append(c)
        self.set_fte_factors()

        self.pools = [pool for pool in pools.values() if pool.cohorts]
        for pool in self.pools:
            code = pool.cohorts[0].group.code
            pool.kept = register.value("candidates_kept", "", "", code)
            pool.elasticity = register.value("supply_elasticity", "", "", code)
            pool.phi = 1 - math.exp(-1 / register.value("months_to_fill", "", "", code))   # [3.4]
            pool.opening_posts = sum(c.posts for c in pool.cohorts)

        # events[t][cohort] = [transfers in, transfers out, adjustment]
        self.events, known = {}, {c.key for c in self.cohorts}
        for name in ("transfers.csv", "adjustments.csv"):
            for row in read_table(folder, name, needed=False):
                if cohort_key(row) not in known:
                    raise Fault("%s: no cohort %s" % (name, "/".join(cohort_key(row))))
                column = {"in": 0, "out": 1}[row["direction"]] if name == "transfers.csv" else 2
                month = self.events.setdefault(int(row["month"]), {})
                month.setdefault(cohort_key(row), [0.0, 0.0, 0.0])[column] += float(row["heads"])

    def set_fte_factors(self):
        """f_c makes the opening FTE the published one; without heads, the group's mean, or 1 [2.2]."""
        totals = {}
        for c in self.cohorts:
            c.modelled = dot(c.heads, c.group.w[0])
            fte, modelled = totals.get(c.group.code, (0.0, 0.0))
            totals[c.group.code] = fte + c.published_fte, modelled + c.modelled
        for c in self.cohorts:
            fte, modelled = (c.published_fte, c.modelled) if c.modelled > 0 else totals[c.group.code]
            c.factor = fte / modelled if modelled > 0 else 1.0

    def run(self, months):
        """The account's rows: [month, place, service, staff group, then the eleven numbers]."""
        rows = []
        for t in range(1, months + 1):
            label, calendar = month_label(self.opening, t), (self.opening.month - 1 + t) % 12 + 1
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
                c.closing = sum(c.heads)
                heads = c.opening + c.hires + c.moves_in - c.leavers - c.moves_out + c.adjustment   # [3.6]
                if abs(heads - c.closing) > 1e-9 * max(1, c.opening, c.closing) or min(c.heads) < 0:
                    raise Fault("%s %s: the account does not hold" % (label, "/".join(c.key)))
                fte = dot(c.heads, c.group.w[t % 12]) * c.factor
                rows.append([label, *c.key, c.opening, c.hires, c.moves_in, c.leavers, c.moves_out,
                             c.adjustment, c.closing, fte, c.posts, max(0.0, c.posts - fte),
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
        net = c.moves_in - c.moves_out + c.adjustment
        if net != 0:
            before = sum(c.heads)
            if before + net < 0:
                raise Fault("month %d: %s falls below 0 heads" % (t, "/".join(c.key)))
            if before > 0:
                per_head = dot(c.heads, w) * c.factor / before
                c.heads = [h * (before + net) / before for h in c.heads]
            else:
                per_head = dot(c.group.stock, w) * c.factor
                c.heads = [net * s for s in c.group.stock]
            c.posts = max(0.0, c.posts + net * per_head)
        c.fte = dot(c.heads, w) * c.factor

    def supply_and_hire(self, pool, t, calendar):
        # [3.3] candidates
        inflow = 0.0
        if pool.opening_posts > 0:
            ratio = sum(c.posts for c in pool.cohorts) / pool.opening_posts
            inflow = pool.inflow * pool.season["arriving", calendar] * ratio ** pool.elasticity
        candidates = pool.kept * pool.left_over + inflow
        # [3.4] wants and offer, in heads
        w = pool.cohorts[0].group.w[(t - 1) % 12]
        for c in pool.cohorts:
            per_joiner = c.factor * dot(c.group.joiners, w)
            c.want = pool.phi * max(0.0, c.posts - c.fte) / per_joiner
            c.hires = c.want
        offer = pool.phi * candidates
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
        hired = sum(c.hires for c in pool.cohorts)
        pool.left_over = max(0.0, candidates - hired)
        for c in pool.cohorts:
            if c.hires:
                c.heads = [h + c.hires * q for h, q in zip(c.heads, c.group.joiners)]


def cohort_key(row):
    return row["place"], row["service"], row["staff_group"]


def compare(model, path):
    """Compares every cell, prints the verdict, returns the exit code."""
    with open(path, encoding="utf-8-sig", newline="") as file:
        table = csv.reader(file)
        header, theirs = next(table, []), list(table)
    if header != KEYS + NUMBERS:
        raise Fault("%s: the columns are %s" % (path, ",".join(header)))
    last = max((row[0] for row in theirs if row), default="")
    if not re.fullmatch(r"\d{4}-\d\d", last):
        raise Fault("%s: no months, or a month that is none: '%s'" % (path, last))
    months = (int(last[:4]) - model.opening.year) * 12 + int(last[5:]) - model.opening.month
    if not 1 <= months <= 600:
        raise Fault("%s: the last month is %s, the opening day %s" % (path, last, model.opening))
    ours = model.run(months)

    faults, cells, worst, where = [], 0, 0.0, "nowhere"
    for line, (mine, row) in enumerate(itertools.zip_longest(ours, theirs), start=2):
        if mine is None or row is None or row[:4] != mine[:4] or len(row) != len(header):
            faults.append("line %d: row %s, expected %s" % (line, "missing" if row is None else row[:4],
                                                            "none" if mine is None else mine[:4]))
            continue
        for name, expected, text in zip(NUMBERS, mine[4:], row[4:]):
            try:
                difference = abs(float(text) - expected) / max(1.0, abs(expected))
            except ValueError:
                difference = math.nan
            cells += 1
            if not difference <= TOLERANCE:
                faults.append("line %d: %s %s: %s, expected %r (difference %.1e)"
                              % (line, "/".join(row[:4]), name, text, expected, difference))
            if difference > worst:
                worst = difference
                where = " ".join([row[0], row[1]] + [x for x in row[2:4] if x != "all"] + [name])
    if faults:
        for fault in faults[:10]:
            print("twin: " + fault)
        print("twin: %d disagreements in %d rows" % (len(faults), len(ours)))
        return 1
    print("twin: %d rows, %s cells agree; largest difference %.1e (%s)"
          % (len(ours), "%dk" % round(cells / 1000) if cells >= 10000 else cells, worst, where))
    return 0


def main(arguments):
    try:
        if len(arguments) == 2:
            return compare(Model(arguments[0]), arguments[1])
        if len(arguments) == 1 or len(arguments) == 3 and arguments[1] == "--months":
            model = Model(arguments[0])
            months = int(arguments[2]) if len(arguments) == 3 else model.run_months
            csv.writer(sys.stdout, lineterminator="\n").writerows([KEYS + NUMBERS] + model.run(months))
            return 0
        print(__doc__)
    except (Fault, OSError, ValueError) as fault:
        print("twin: %s" % fault, file=sys.stderr)
    except KeyError as fault:
        print("twin: nothing is listed for %s" % fault, file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
