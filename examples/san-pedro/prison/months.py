class Months:
    def __init__(self, world):
        pass
    def run(self):
        return []
