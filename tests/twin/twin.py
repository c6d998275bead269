#!/usr/bin/env python3
"""The twin: an independent rebuild of Cadre's central run from docs/method.md and docs/frameworks.md.

    python3 twin.py FRAMEWORK ACCOUNT_CSV       compare every cell of the engine's account.csv

It knows the baseline alone: no levers, scenarios, futures, need, money or chance. Written from the documents alone and
kept free of the engine's code: where the two disagree, one misreads the documents. The framework is taken as checked by
`cadre check`. Numbers in brackets are sections of docs/method.md. Standard library only.

What differs by age and length of service, like the heads H[c, a, n], is one list of numbers: the 60 ages of band n = 0,
then those of band 1, and so on; without bands it is the 60 ages.
Exit code: 0 all cells agree, 1 some do not or something cannot be read.
"""
import csv
import itertools
import math
import operator
import os
import re
import sys
from types import SimpleNamespace

TOLERANCE = 1e-11         # relative to max(1, |value|)
AGES = range(16, 76)      # 60 classes; 75 holds everybody aged 75 and over [2]
LEVELS = ["trust", "system", "region", "nation"]        # of places, smallest first
COLUMNS = ("month,place,service,staff_group,opening,joiners,moves_in,leavers,moves_out,adjustment,closing,"
           "fte,posts,vacancies,over_establishment,cover").split(",")
cohort_key = operator.itemgetter("place", "service", "staff_group")
# a staff group without rows of length_of_service.csv [2.3] or exits.csv [3.2] is like one with this row
OPEN_BAND = {"months": "", "leaving_multiplier": "1"}
ONE_EXIT = {"from": "16", "to": "76", "exit": "other", "share": "1"}


def read_table(folder, name):
    path = os.path.join(folder, name)
    if not os.path.exists(path):
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

    ends = [end_slope(*h[:2], *d[:2]), end_slope(*h[:-3:-1], *d[:-3:-1])] if n > 1 else [d[0], d[0]]
    slopes = ends[:1] + [0.0] * (n - 1) + ends[1:]
    for k in range(1, n):
        if d[k - 1] * d[k] > 0:
            w1, w2 = 2 * h[k] + h[k - 1], h[k] + 2 * h[k - 1]
            slopes[k] = (w1 + w2) / (w1 / d[k - 1] + w2 / d[k])

    def curve(x):
        k = max(i for i in range(n) if edges[i] <= x)
        s = (x - edges[k]) / h[k]
        return (c[k] * (1 + 2 * s) * (1 - s) ** 2 + h[k] * slopes[k] * s * (1 - s) ** 2
                + c[k + 1] * s * s * (3 - 2 * s) + h[k] * slopes[k + 1] * s * s * (s - 1))

    held = [any(share > 0 and x <= a < y for share, x, y in zip(shares, edges, edges[1:])) for a in AGES]
    ages = [max(0.0, curve(a + 1) - curve(a)) if some else 0.0 for a, some in zip(AGES, held)]
    return [share / sum(ages) for share in ages]


def spread_bands(bands, column):
    """The bands' edges, and a column of theirs spread to ages."""
    edges = [float(row["from"]) for row in bands] + [float(bands[-1]["to"])]
    return edges, spread(edges, [float(row[column]) for row in bands])


def dot(a, b):
    return sum(map(float.__mul__, a, b))

def times(a, b):
    return list(map(float.__mul__, a, b))

def plus(a, b, factor=1.0):
    return [x + factor * y for x, y in zip(a, b)]

def scaled(a, factor):
    return [x * factor for x in a]


def by_age(a):
    """The sum over the bands of length of service."""
    return [sum(a[i::len(AGES)]) for i in range(len(AGES))]


def aged(heads):
    """Everybody a year older, in their band; 75 keeps its own and takes 74 [3.5]."""
    bands = [heads[i:i + len(AGES)] for i in range(0, len(heads), len(AGES))]
    return [h for band in bands for h in [0.0] + band[:-2] + [band[-2] + band[-1]]]


class Group:
    """One leaf of the staff groups: its shares by age and service, FTE per head, hazards, seasons."""

    def __init__(self, code, bands, service, exits, scale, seasons):
        self.code, self.scale, self.seasons = code, scale, seasons
        self.fte = self.modelled = 0.0    # opening day: published, heads * w
        edges, stock = spread_bands(bands, "stock_share")           # s_g(a)
        edges, self.joiners = spread_bands(bands, "joiner_share")   # q_g(a)
        self.middles = [(edges[k] + edges[k + 1]) / 2 for k in range(len(bands))]
        self.levels = [float(row["fte_per_head"]) for row in bands]
        w = [[self.fte_per_head(a + m / 12) for a in AGES] for m in range(12)]
        # ages below all bands have the first one's rate, ages above them the last one's [3.2]
        rates = [float(row["leaving_rate"]) for row in bands]
        rate = [rates[max([k for k in range(len(bands)) if edges[k] <= a], default=0)] for a in AGES]
        mean = dot(times(stock, w[0]), rate) / dot(stock, w[0])
        leavers = any(r > 0 and float(row["stock_share"]) > 0 for r, row in zip(rates, bands))
        age_multiplier = [r / mean if leavers else 1.0 for r in rate]
        # from here on by age and length of service [2.3]
        self.bands = len(service)
        self.months = [float(row["months"] or "inf") for row in service for a in AGES]
        service_rate = [float(row["leaving_multiplier"]) for row in service for a in AGES]      # s_n
        # w[m]: FTE per head m months after the birthday; everybody's is the opening day's anniversary
        self.w = [ages * self.bands for ages in w]
        shares = self.service_shares([r / 100 for r in rate], service_rate)                     # l_g(n | a)
        self.stock = times(stock * self.bands, shares)
        means = by_age(times(shares, service_rate)) * self.bands
        service_multiplier = [s / mean if mean > 0 else 1.0 for s, mean in zip(service_rate, means)]
        # hazards: (exit, age_g(a) * service_g(a, n) * share(a)) for each of its age bands, 0 outside the band [3.2]
        self.hazards = []
        for row in exits:
            share = [float(row["share"]) * (int(row["from"]) <= a < int(row["to"])) for a in AGES]
            self.hazards.append((row["exit"], times(times(age_multiplier, share) * self.bands, service_multiplier)))

    def beginning(self, ages):
        """People of these ages in the first band of length of service."""
        return ages + [0.0] * len(AGES) * (self.bands - 1)

    def served(self, heads):
        """A month later: of a band of so many months the share 1 / months has gone on to the next one [3.2]."""
        on = [h / m for h, m in zip(heads, self.months)]        # nobody from the last band, whose months are infinite
        return [h - out + into for h, out, into in zip(heads, on, [0.0] * len(AGES) + on)]

    def service_shares(self, rate, service_rate):
        """The bands' shares of each age after 720 months from nobody [2.3]."""
        heads, joining = [0.0] * len(self.months), self.beginning(scaled(self.joiners, 1 / 12))
        staying = [math.exp(-r * s / 12) for r, s in zip(rate * self.bands, service_rate)]
        for u in range(1, 721):
            heads = plus(self.served(times(heads, staying)), joining)
            if u % 12 == 0:
                heads = aged(heads)
        sums = by_age(heads) * self.bands
        return [h / x if x > 0 else first for h, x, first in zip(heads, sums, self.beginning([1.0 for a in AGES]))]

    def fte_per_head(self, x):
        """Straight lines through the bands' midpoints, level outside them [2.2]."""
        x = min(max(x, self.middles[0]), self.middles[-1])
        for x0, x1, y0, y1 in zip(self.middles, self.middles[1:], self.levels, self.levels[1:]):
            if x <= x1:
                return y0 + (x - x0) / (x1 - x0) * (y1 - y0)
        return self.levels[0]       # a single band


def way_up(parent, code):
    """The place or staff group itself, then its parents up to the top."""
    return [code] + way_up(parent, parent[code]) if code else []


class Register:
    """assumptions.csv and assumptions_imported.csv: the central value of the most specific row [4]."""

    def __init__(self, rows, place_parent, group_parent):
        self.rows, self.place_parent, self.group_parent = rows, place_parent, group_parent

    def value(self, parameter, place, service, group, default=None):
        # how far each row's scope lies above the cohort; a blank lies above everything
        ways = [("place", way_up(self.place_parent, place) + [""]), ("service", [service, ""]),
                ("staff_group", way_up(self.group_parent, group) + [""])]
        found = [([way.index(row[column]) for column, way in ways], row) for row in self.rows
                 if row["parameter"] == parameter and all(row[column] in way for column, way in ways)]
        if not found and default is not None:
            return default
        for heights, row in found:
            others = [other for other, r in found if r is not row]
            if all(o != heights and all(a >= b for a, b in zip(o, heights)) for o in others):
                return central(row)
        raise ValueError("%s: no most specific row for %s/%s/%s" % (parameter, place, service, group))

    def of_source(self, parameter, supply, stage=""):
        """A row for the stage goes before one for the source."""
        found = [row for scope in (supply + "/" + stage, supply) for row in self.rows
                 if (row["parameter"], row["supply"]) == (parameter, scope)]
        if not found and parameter not in ("interrupted", "late"):
            raise ValueError("%s: no row for %s %s" % (parameter, supply, stage))
        return central(found[0]) if found else 0.0


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

    def left_over(self, phi, kept):     # what the arrivals up to the opening day would have left
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
        level = {row["place"]: LEVELS.index(row["level"]) for row in places}
        group_parent = {row["staff_group"]: row["parent"] for row in read_table(folder, "staff_groups.csv")}
        rows = read_table(folder, "assumptions.csv") + read_table(folder, "assumptions_imported.csv")
        register = Register(rows, place_parent, group_parent)
        bands, seasons = by_code(read_table(folder, "ages.csv"), "staff_group"), {}
        for row in read_table(folder, "seasons.csv"):
            seasons.setdefault(row["staff_group"], {})[row["flow"], int(row["month"])] = float(row["share"])
        scales = {row["staff_group"]: float(row["leaving_scale"]) for row in read_table(folder, "scales.csv")}
        service = by_code(read_table(folder, "length_of_service.csv"), "staff_group")
        exits = by_code(read_table(folder, "exits.csv"), "staff_group")
        groups = {code: Group(code, bands[code], service.get(code, [OPEN_BAND]), exits.get(code, [ONE_EXIT]),
                              scales[code], seasons[code]) for code in bands}
        rates = {cohort_key(row): row for row in read_table(folder, "place_rates.csv")}
        pools = {}
        for row in read_table(folder, "supply.csv"):
            pools[row["staff_group"], row["catchment"]] = SimpleNamespace(
                group=groups[row["staff_group"]], inflow=float(row["inflow_per_year"]),
                left_over=[float(row["opening_pool"])], level=level[row["catchment"]], cohorts=[], moving=[])

        self.cohorts = []
        for row in read_table(folder, "stock.csv"):
            c = SimpleNamespace(key=cohort_key(row), group=groups[row["staff_group"]], conversions=[])
            c.place_rate, c.attractiveness = (float(rates[c.key][x]) for x in ("leaving_multiplier", "attractiveness"))
            c.leaving_rate, c.growth = (register.value(x, *c.key) for x in ("leaving_rate", "posts_growth"))
            c.cover_share = register.value("cover_share", *c.key, default=0.0)
            c.cover_cap = register.value("cover_cap", *c.key, default=1.0)      # vacancies never pass all posts [1]
            c.heads, c.published_fte = scaled(c.group.stock, float(row["heads"])), float(row["fte"])
            c.planned_fte = 0.0
            c.posts = c.published_fte / (1 - register.value("vacancy_rate", *c.key))    # [3.1]
            mine = [pools[c.key[2], place] for place in way_up(place_parent, c.key[0]) if (c.key[2], place) in pools]
            for pool in mine:
                pool.cohorts.append(c)                                                  # [3.3]
            mine[-1].moving.append(c)           # those with the same widest pool share their movers [3.4]
            c.modelled = dot(c.heads, c.group.w[0])
            c.group.fte, c.group.modelled = c.group.fte + c.published_fte, c.group.modelled + c.modelled
            self.cohorts.append(c)
        for c in self.cohorts:      # f_c; without heads the group's mean, or 1 [2.2]
            fte, modelled = (c.published_fte, c.modelled) if c.modelled > 0 else (c.group.fte, c.group.modelled)
            c.factor = fte / modelled if modelled > 0 else 1.0

        by_key = {c.key: c for c in self.cohorts}
        for row in read_table(folder, "conversions.csv"):                               # [3.2]
            from_key, to_key = ((row[way + "_service"], row[way + "_staff_group"]) for way in ("from", "to"))
            months = [int(month) for month in row["months"].split()] or range(1, 13)
            hazard = dict.fromkeys(months, register.of_source("converting", row["conversion"]) * 12 / len(months))
            for c in self.cohorts:
                if c.key[1:] == from_key and (c.key[0], *to_key) in by_key:
                    c.conversions.append((by_key[c.key[0], *to_key], hazard))

        self.planned = {}       # planned[t, *cohort] = posts added [3.1]
        for row in read_table(folder, "planned_posts.csv"):
            share = register.value("posts_delivered", *cohort_key(row), default=1.0)
            self.planned[(month_number(row["month"]) - self.opening, *cohort_key(row))] = float(row["fte"]) * share
            by_key[cohort_key(row)].planned_fte += float(row["fte"])

        self.pools = sorted((pool for pool in pools.values() if pool.cohorts), key=lambda pool: pool.level)
        sources = self.read_sources(folder, register, groups)       # shared by opening FTE [3.3]
        for pool in self.pools:
            pool.kept, pool.elasticity, months = (register.value(x, "", "", pool.group.code) for x in
                                                  ("candidates_kept", "supply_elasticity", "months_to_fill"))
            pool.phi = 1 - math.exp(-1 / months)                                        # [3.4]
            pool.opening_posts = sum(c.posts for c in pool.cohorts)
            pool.share = self.share_of(pool)
            pool.sources = sources.get(pool.group.code, [])
            pool.left_over += [pool.share * source.left_over(pool.phi, pool.kept) for source in pool.sources]

        self.events = {}        # events[t, *cohort] = [transfers in, transfers out, adjustment]
        for name in ("transfers.csv", "adjustments.csv"):
            for row in read_table(folder, name):
                column = {"in": 0, "out": 1}[row["direction"]] if name == "transfers.csv" else 2
                event = self.events.setdefault((int(row["month"]), *cohort_key(row)), [0.0, 0.0, 0.0])
                event[column] += float(row["heads"])

    def share_of(self, pool):
        """Of the arrivals of a source: by opening FTE, else by planned posts, else equally [3.3]."""
        def fte(of, name):
            return sum(getattr(c, name) for c in of.cohorts)

        alike = [other for other in self.pools if other.group is pool.group]
        for name in ("published_fte", "planned_fte"):
            whole = sum(fte(other, name) for other in alike)
            if whole > 0:
                return fte(pool, name) / whole
        return 1 / len(alike)

    def read_sources(self, folder, register, groups):
        """{staff group: its sources}"""
        stages, intakes, bands = (by_code(read_table(folder, name + ".csv"), "supply")
                                  for name in ("stages", "intakes", "source_ages"))
        sources = {}
        for row in read_table(folder, "sources.csv"):
            code, group = row["supply"], row["staff_group"]
            ages = spread_bands(bands[code], "share")[1] if code in bands else groups[group].joiners
            starts = [(month_number(r["start"]) - self.opening, float(r["places"])) for r in intakes.get(code, [])]
            sources.setdefault(group, []).append(Source(row, register, stages.get(code, []), starts, ages))
        return sources

    def run(self, months):
        """The account's rows: [month, place, service, staff group, then the twelve numbers]."""
        rows = []
        for t in range(1, months + 1):
            year, calendar = (self.opening + t) // 12, (self.opening + t) % 12 + 1
            for c in self.cohorts:
                if calendar == 4:
                    c.posts *= 1 + c.growth                                             # [3.1]
                c.posts += self.planned.get((t, *c.key), 0.0)
                self.leave(c, calendar)
            for c in self.cohorts:
                for to, heads in c.converting:
                    to.heads, to.moves_in = plus(to.heads, heads), to.moves_in + sum(heads)
            for c in self.cohorts:
                c.heads, c.movers = c.group.served(c.heads), c.group.served(c.movers)
                self.transfer(c, t, self.events.get((t, *c.key), (0.0, 0.0, 0.0)))
            for pool in self.pools:
                self.supply(pool, t, calendar)
                self.move_within(pool, t)
            for pool in self.pools:     # smallest places first [3.4]
                self.hire(pool, t)
            for c in self.cohorts:
                c.heads = aged(c.heads) if t % 12 == 0 else c.heads                     # [3.5]
                closing, fte = sum(c.heads), dot(c.heads, c.group.w[t % 12]) * c.factor
                vacancies, over_establishment = max(0.0, c.posts - fte), max(0.0, fte - c.posts)
                cover = min(vacancies * c.cover_share, c.posts * c.cover_cap)           # [1]
                rows.append(["%04d-%02d" % (year, calendar), *c.key, c.opening, c.hires, c.moves_in, c.leavers,
                             c.moves_out, c.adjustment, closing, fte, c.posts, vacancies, over_establishment, cover])
        return rows

    def leave(self, c, calendar):                                                       # [3.2]
        """Competing hazards: pairs of an exit, or the cohort that they convert to, and its hazard."""
        rate = c.leaving_rate * c.group.scale * c.place_rate * 12 * c.group.seasons["leaving", calendar]
        hazards = [(way, scaled(hazard, rate)) for way, hazard in c.group.hazards]
        hazards += [(to, [hazard.get(calendar, 0.0)] * len(c.heads)) for to, hazard in c.conversions]
        h = [sum(each) for each in zip(*(hazard for way, hazard in hazards))]
        going = [(1 - math.exp(-x / 12)) / x * heads if x > 0 else 0.0 for x, heads in zip(h, c.heads)]
        c.opening, c.leavers, c.moves_in, c.moves_out = sum(c.heads), 0.0, 0.0, 0.0
        c.movers, c.converting, c.hires, c.hired_fte = [0.0] * len(c.heads), [], 0.0, 0.0
        for way, hazard in hazards:
            heads = times(going, hazard)
            if way == "moved_within":       # they are among the heads still
                c.movers = plus(c.movers, heads)
                continue
            c.heads = plus(c.heads, heads, -1.0)
            if way in ("retirement", "resignation", "other"):
                c.leavers += sum(heads)
            else:
                c.moves_out += sum(heads)
                c.converting += [] if way == "moved_outside" else [(way, heads)]

    def transfer(self, c, t, event):                                                    # [3.2]
        transfers_in, transfers_out, c.adjustment = event
        c.moves_in, c.moves_out = c.moves_in + transfers_in, c.moves_out + transfers_out
        w = c.group.w[(t - 1) % 12]             # FTE per head at the start of the month
        if any(event):
            before, net = sum(c.heads), transfers_in - transfers_out + c.adjustment
            rounding = 1e-9 * (before + transfers_in + transfers_out + abs(c.adjustment))
            after = before + net if abs(before + net) > rounding else 0.0
            if after < 0:
                raise ValueError("month %d: %s falls below 0 heads" % (t, "/".join(c.key)))
            like = c.heads if before > 0 else c.group.stock
            per_head = dot(like, w) * c.factor / sum(like)
            c.heads, c.movers = scaled(like, after / sum(like)), scaled(c.movers, after / (before or 1.0))
            posts = c.posts + net * per_head
            c.posts = posts if posts > 1e-9 * c.posts else 0.0
        c.fte = dot(c.heads, w) * c.factor

    def supply(self, pool, t, calendar):                                                # [3.3]
        """Candidates by source, other first."""
        posts = sum(c.posts for c in pool.cohorts)
        growth = (posts / pool.opening_posts) ** pool.elasticity if pool.opening_posts > 0 else float(posts > 0)
        other = pool.inflow * pool.group.seasons["arriving", calendar] * growth
        arrivals = [other] + [pool.share * source.arrivals(t) for source in pool.sources]
        pool.candidates = [pool.kept * left + arriving for left, arriving in zip(pool.left_over, arrivals)]

    def move_within(self, pool, t):                                                     # [3.4] movers first
        movers = [sum(heads) for heads in zip(*(c.movers for c in pool.moving))]
        everybody = sum(movers)
        if everybody == 0:
            return
        placed = self.share_out(pool, pool.moving, t, everybody, scaled(movers, 1 / everybody)) / everybody     # r
        for c in pool.moving:
            taken, own = c.taken / everybody, sum(c.movers)
            c.moves_out += (placed - taken) * own
            c.moves_in += taken * (everybody - own)
            c.heads = plus(plus(c.heads, c.movers, -placed), movers, taken)
            c.fte = dot(c.heads, pool.group.w[(t - 1) % 12]) * c.factor

    def hire(self, pool, t):                                                            # [3.4] candidates
        candidates = sum(pool.candidates)
        mix = [n / candidates for n in pool.candidates] if candidates > 0 else [1.0] + [0.0] * len(pool.sources)
        ages = pool.group.beginning([dot(mix, q) for q in zip(pool.group.joiners, *(s.ages for s in pool.sources))])
        hires = self.share_out(pool, pool.cohorts, t, pool.phi * candidates, ages)
        pool.left_over = [max(0.0, n - hires * m) for n, m in zip(pool.candidates, mix)]
        for c in pool.cohorts:
            c.heads = plus(c.heads, ages, c.taken)
            c.hires, c.hired_fte = c.hires + c.taken, c.hired_fte + c.taken * c.fte_per_hire

    def share_out(self, pool, cohorts, t, offer, ages):                                 # [3.4]
        """What each of the cohorts takes, in heads, of an offer of people of these ages and bands; the sum."""
        per_head = dot(ages, pool.group.w[(t - 1) % 12])
        for c in cohorts:
            c.fte_per_hire = c.factor * per_head                                        # e_c
            c.want = c.taken = max(0.0, pool.phi * max(0.0, c.posts - c.fte) - c.hired_fte) / c.fte_per_hire
        if offer < sum(c.want for c in cohorts):
            rest = sorted(cohorts, key=lambda c: c.attractiveness)
            while rest:         # from the most attractive cohort down
                pull = sum(c.want * c.attractiveness for c in rest)
                level = offer / pull if pull > 0 else 0.0
                if level * rest[-1].attractiveness < 1:
                    break
                offer = max(0.0, offer - rest.pop().want)
            for c in rest:
                c.taken = c.want * level * c.attractiveness
        return sum(c.taken for c in cohorts)


def by_code(rows, column):
    """{code: its rows, in order; age bands by age}"""
    found = {}
    for row in sorted(rows, key=lambda row: float(row.get("from", 0))):
        found.setdefault(row[column], []).append(row)
    return found


def compare(model, path):
    """Compares every cell, prints the verdict, returns the exit code."""
    with open(path, encoding="utf-8-sig", newline="") as file:
        table = csv.reader(file)
        header, theirs = next(table, []), list(table)
    if header != COLUMNS:
        raise ValueError("%s: the columns are %s" % (path, ",".join(header)))
    ours = model.run(month_number(max(row[0] for row in theirs if row)) - model.opening)
    faults, worst = [], (0.0, "nowhere")
    for line, (mine, row) in enumerate(itertools.zip_longest(ours, theirs), start=2):
        if not mine or not row or row[:4] != mine[:4] or len(row) != len(header):
            faults.append("line %d: row %s, expected %s" % (line, row and row[:4], mine and mine[:4]))
            continue
        for name, expected, text in zip(COLUMNS[4:], mine[4:], row[4:]):
            difference = abs(float(text) - expected) / max(1.0, abs(expected))
            if not difference <= TOLERANCE:
                faults.append("line %d: %s %s: %s, expected %r (difference %.1e)"
                              % (line, "/".join(row[:4]), name, text, expected, difference))
            worst = max(worst, (difference, " ".join(row[:4] + [name])))
    if faults:
        print("\n".join("twin: " + fault for fault in faults[:10]))
        print("twin: %d disagreements in %d rows" % (len(faults), len(ours)))
        return 1
    print("twin: %d rows, %d cells agree; largest difference %.1e (%s)" % (
        len(ours), len(ours) * len(COLUMNS[4:]), *worst))
    return 0


def main(arguments):
    if len(arguments) != 2:
        sys.exit(__doc__)
    try:
        return compare(Model(arguments[0]), arguments[1])
    except (OSError, ValueError, LookupError, StopIteration) as fault:
        sys.exit("twin: %r" % fault)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
