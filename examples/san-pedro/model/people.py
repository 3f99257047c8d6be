"""Who is in the book: sections, households, businesses, cells. All assumed (A29, A30)."""

from dataclasses import dataclass, field

SECTIONS = ["posta", "pinos", "alamos", "san-martin", "prefectura", "palmar", "guanay", "cancha"]
DUES = {"posta": "A02", "pinos": "A03", "alamos": "A03"}  # the others: A04


@dataclass
class Household:
    """One household. Children are members and never earn; a spouse may earn outside."""

    name: str
    section: str
    tier: str  # high, middle, low
    inmates: int
    spouses: int = 0
    children: int = 0
    cash: int = 0  # opening, Bs
    family: int = 0  # sent by the family outside, Bs a month
    earned_outside: int = 0  # by a spouse who lives inside, Bs a month
    dollars: int = 0  # opening, USD
    arrives: str = ""
    leaves: str = ""

    @property
    def party(self):
        return "inmates:" + self.name

    @property
    def adults(self):
        return self.inmates + self.spouses

    @property
    def eaters(self):
        return self.adults + self.children


@dataclass
class Business:
    name: str
    section: str
    owner: str
    trade: str  # restaurant, shop, sauna, pool, laundry, carpentry, barber, workshop
    cash: int
    stock: int = 0
    equipment: int = 0
    worker: str = ""
    quasi: bool = False
    serves: list = field(default_factory=list)

    @property
    def party(self):
        return "businesses:" + self.name


@dataclass
class Cell:
    name: str
    section: str
    owner: str
    lives: str  # who lives in it: the owner, a tenant, or a household in anticretico
    terms: str  # own, rent, anticretico


H = Household
HOUSEHOLDS = [
    H("i0101", "posta", "high", 1, 1, 1, cash=3200, family=900, earned_outside=0, dollars=400),
    H("i0102", "posta", "high", 1, cash=2800, family=1300),
    H("i0103", "posta", "high", 1, 1, cash=2400, family=2600),
    H("i0104", "posta", "high", 1, cash=0, family=2400, arrives="2018-03-08"),
    H("i0105", "posta", "high", 1, cash=2600, family=1700, leaves="2018-07-20"),
    H("i0201", "pinos", "high", 1, cash=3800, family=1500),
    H("i0202", "pinos", "high", 1, 1, 2, cash=2600, family=1000, earned_outside=900),
    H("i0203", "pinos", "middle", 1, cash=1200, family=1500),
    H("i0204", "pinos", "middle", 1, 1, cash=900, family=500, earned_outside=700),
    H("i0301", "alamos", "high", 1, cash=2100, family=1100),
    H("i0302", "alamos", "middle", 1, cash=1500, family=800),
    H("i0303", "alamos", "middle", 1, 1, 1, cash=1400, family=900, earned_outside=1000),
    H("i0304", "alamos", "middle", 1, cash=900, family=600),
    H("i0401", "san-martin", "middle", 2, 1, 1, cash=1300, family=500, earned_outside=600),
    H("i0402", "san-martin", "middle", 1, cash=1100, family=650),
    H("i0403", "san-martin", "middle", 1, cash=5600, family=450),
    H("i0404", "san-martin", "low", 1, cash=0, family=180, arrives="2018-08-14"),
    H("i0501", "prefectura", "middle", 1, cash=1000, family=500),
    H("i0502", "prefectura", "middle", 1, 1, 2, cash=700, family=250, earned_outside=700),
    H("i0503", "prefectura", "low", 1, cash=160, family=60),
    H("i0601", "palmar", "middle", 1, cash=900, family=350),
    H("i0602", "palmar", "low", 1, cash=120, family=40),
    H("i0603", "palmar", "low", 1, cash=0, family=90, arrives="2018-02-06"),
    H("i0701", "guanay", "middle", 1, 1, 1, cash=1600, family=400, earned_outside=800),
    H("i0702", "guanay", "middle", 1, cash=900, family=700),
    H("i0703", "guanay", "middle", 1, cash=1100, family=600, leaves="2018-10-12"),
    H("i0704", "guanay", "middle", 1, cash=0, family=1100, arrives="2018-05-10"),
    H("i0801", "cancha", "low", 1, 1, 1, cash=500, family=120, earned_outside=400),
    H("i0802", "cancha", "low", 1, cash=90, family=50),
    H("i0803", "cancha", "low", 1, cash=70, family=0),
]

B = Business
BUSINESSES = [
    B("comedor-posta", "posta", "i0102", "restaurant", 600, 260, 1920, "i0602", True,
      ["posta", "alamos"]),
    B("comedor-pinos", "pinos", "i0202", "restaurant", 500, 220, 1440, "i0503", False,
      ["pinos", "prefectura"]),
    B("comedor-guanay", "guanay", "i0701", "restaurant", 400, 180, 960, "i0802", False,
      ["guanay", "san-martin"]),
    B("puesto-cancha", "cancha", "i0801", "restaurant", 240, 160, 240, "", False,
      ["palmar", "cancha"]),
    B("tienda-posta", "posta", "i0101", "shop", 900, 1500, 960, "i0404", True,
      ["posta", "pinos"]),
    B("tienda-alamos", "alamos", "i0301", "shop", 700, 1200, 720, "", False,
      ["alamos", "prefectura", "san-martin"]),
    B("tienda-palmar", "palmar", "i0601", "shop", 400, 600, 480, "", False,
      ["palmar", "cancha", "guanay"]),
    B("sauna-posta", "posta", "i0101", "sauna", 200, 0, 4800, "i0403"),
    B("piscina-san-martin", "san-martin", "i0402", "pool", 150, 0, 2400),
    B("lavanderia-alamos", "alamos", "i0304", "laundry", 120, 0, 960, "i0502"),
    B("carpinteria-san-martin", "san-martin", "i0401", "carpentry", 500, 800, 1920),
    B("peluqueria-prefectura", "prefectura", "i0501", "barber", 60, 0, 240),
    B("taller-guanay", "guanay", "i0702", "workshop", 700, 900, 960, "i0204"),
]

C = Cell
CELLS = [
    C("posta-04", "posta", "i0101", "i0101", "own"),
    C("posta-05", "posta", "i0101", "i0103", "rent"),
    C("posta-07", "posta", "i0102", "i0102", "own"),
    C("posta-09", "posta", "i0105", "i0105", "own"),
    C("pinos-02", "pinos", "i0201", "i0201", "own"),
    C("pinos-03", "pinos", "i0201", "i0204", "anticretico"),
    C("pinos-06", "pinos", "i0202", "i0202", "own"),
    C("pinos-07", "pinos", "i0202", "i0203", "rent"),
    C("alamos-01", "alamos", "i0301", "i0301", "own"),
    C("alamos-08", "alamos", "i0302", "i0302", "own"),
    C("alamos-09", "alamos", "i0302", "i0303", "rent"),
    C("alamos-12", "alamos", "i0304", "i0304", "own"),
    C("san-martin-02", "san-martin", "i0401", "i0401", "own"),
    C("san-martin-03", "san-martin", "i0401", "i0403", "rent"),
    C("san-martin-10", "san-martin", "i0402", "i0402", "own"),
    C("prefectura-05", "prefectura", "i0501", "i0501", "own"),
    C("prefectura-06", "prefectura", "i0501", "i0502", "rent"),
    C("palmar-01", "palmar", "i0601", "i0601", "own"),
    C("palmar-05", "palmar", "i0601", "", "empty"),
    C("guanay-03", "guanay", "i0701", "i0701", "own"),
    C("guanay-07", "guanay", "i0701", "i0702", "rent"),
    C("guanay-11", "guanay", "i0703", "i0703", "own"),
    C("cancha-02", "cancha", "i0801", "i0801", "own"),
]

# Who sleeps on whose floor (A06): households without a cell and the owner they pay.
FLOORS = {"i0503": "i0501", "i0602": "i0601", "i0603": "i0601", "i0404": "i0402",
          "i0802": "i0801", "i0803": "i0801", "i0104": "i0101", "i0704": "i0701"}

# Paid by their section every week (A32): treasurer of Posta, cleaners elsewhere.
SECTION_JOBS = {"posta": "i0103", "pinos": "i0503", "alamos": "i0304", "san-martin": "i0403",
                "prefectura": "i0503", "palmar": "i0602", "guanay": "i0702", "cancha": "i0803"}

MESSENGER = "i0803"

# Probability a day that a household eats out, bathes, washes, has its hair cut (A19).
HABITS = {
    "high": {"meal": 0.50, "grocery": 2 / 7, "sauna": 0.10, "pool": 0.05, "laundry": 0.12,
             "haircut": 0.03},
    "middle": {"meal": 0.33, "grocery": 2 / 7, "sauna": 0.04, "pool": 0.03, "laundry": 0.06,
               "haircut": 0.02},
    "low": {"meal": 0.16, "grocery": 1 / 7, "sauna": 0.005, "pool": 0.005, "laundry": 0.0,
            "haircut": 0.01},
}

TREASURY = {"posta": 2400, "pinos": 1500, "alamos": 1400, "san-martin": 600, "prefectura": 450,
            "palmar": 250, "guanay": 500, "cancha": 180}  # opening, Bs (A30)
COUNCIL_CASH = 1200

OUTSIDE = ["city", "families", "visitors", "wholesaler", "charity", "nonobserved"]
STATE = ["central", "department", "police"]
STATE_CASH = {"central": 39000, "department": 48000}  # the year's appropriation (A30)
