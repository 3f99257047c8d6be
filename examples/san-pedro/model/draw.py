"""Draws that are the same on every machine and in every version of Python (SplitMix64)."""

MASK = (1 << 64) - 1


class Draw:
    def __init__(self, seed):
        self.state = seed & MASK

    def bits(self):
        self.state = (self.state + 0x9E3779B97F4A7C15) & MASK
        z = self.state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
        return z ^ (z >> 31)

    def below(self, count):
        """An integer from 0 to count - 1, without bias."""
        limit = (1 << 64) - (1 << 64) % count
        while True:
            bits = self.bits()
            if bits < limit:
                return bits % count

    def between(self, low, high):
        """An integer from low to high, both included."""
        return low + self.below(high - low + 1)

    def chance(self, probability):
        return self.below(1_000_000) < round(probability * 1_000_000)

    def pick(self, items):
        return items[self.below(len(items))]
