"""Monthly habits by means: what is bought, what comes in. Nobody has counted (A57-A64)."""

# For each adult and month: plates; each has a soup where the household is poor.
PLATES = {"high": 12, "middle": 6, "low": 2}

# Groceries: Bs a head and month, and how many staples the list of a month names (A61).
BASKET = {"high": (190, 3), "middle": (85, 2), "low": (32, 1)}
STAPLES = ["chicken", "rice", "potato", "noodles", "sugar", "oil", "eggs", "soap"]

# Percent of households that use a service in a month, and how often those do (A57).
SERVICES = {
    "laundry": {"high": (60, 3), "middle": (14, 2), "low": (1, 1)},
    "haircut": {"high": (35, 1), "middle": (14, 1), "low": (6, 1)},
    "sauna": {"high": (40, 3), "middle": (9, 1), "low": (1, 1)},
    "pool": {"high": (15, 2), "middle": (5, 1), "low": (1, 1)},
    "telephone": {"high": (12, 30), "middle": (4, 15), "low": (1, 6)},
}
TRADE_OF = {"laundry": "laundry", "haircut": "barber", "sauna": "sauna", "pool": "pool",
            "telephone": "telephone"}
# Bs: a minute on the telephone, a drink, an hour of billiards, a copy, a month of the gym,
# an hour of the pitch (A64). Only in the sections that have them.
ELSEWHERE = {"bar": ("drinks", 500, 4), "billiards": ("billiards", 500, 2),
             "copy shop": ("copies", 50, 12), "gym": ("gym", 2000, 1),
             "pitch": ("football_pitch", 1000, 1)}
TELEPHONE = 100
USES_ELSEWHERE = {"high": 8, "middle": 5, "low": 1}  # percent a month

# Percent of households that get money from a family, and Bs a month from and to (A58).
FAMILY = {"high": (92, 800, 2400), "middle": (72, 180, 850), "low": (34, 30, 160)}
OUTSIDE_PAY = (450, 1100)  # a spouse who works outside

# Percent of households that make crafts (A59), Bs sold at the fair by each inmate of them; percent
# that sell all year, and Bs a month.
CRAFTS = {"high": 44, "middle": 86, "low": 95}
AT_THE_FAIR = (120, 420)
ALL_YEAR, CRAFTS_A_MONTH = 22, (70, 220)

OPENING_CASH = {"high": (700, 3600), "middle": (150, 1100), "low": (5, 120)}  # A54
TREASURY_A_HEAD = {5: 14, 4: 9, 3: 4, 1: 2}  # Bs by stars (A54)
FIRST_WEEKS = {"high": 900, "middle": 450, "low": 60}  # what a new arrival is brought besides fees
PAYS_ENTRY = {"high": 100, "middle": 92, "low": 45}  # percent whose family brings the entry
