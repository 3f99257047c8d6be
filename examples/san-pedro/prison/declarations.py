"""Sources and parties of the whole prison, beyond those that declarations.journal has."""

from model.declarations import SYNTHETIC, source_lines
from prison.population import START


def prison_declarations(world, sources, known):
    lines = ["; " + SYNTHETIC,
             "; Written by make.py. The rest of the prison: import it after declarations.journal.",
             ""]
    lines += [*source_lines({code: sources[code] for code in sources if code not in known}), ""]
    for home in world.homes:
        if home.detailed:
            continue
        life = f", opened:{home.since}" if home.since >= START else ""
        life += f", closed:{home.leaves}" if home.leaves else ""
        lines.append(f"; party: {home.party}  sector:households, "
                     f"parent:sections:{home.section}{life}")
    for shop in world.businesses:
        if not shop.detailed:
            lines.append(f"; party: {shop.party}  sector:businesses, parent:{shop.owner}")
    return "\n".join(lines) + "\n"
