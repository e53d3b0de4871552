"""Cuts the site's fonts to what its pages show: python3 scripts/cut-fonts.py FROM TO (folders; needs fonttools and brotli).

FROM holds the four variable WOFF2 fonts of public/fonts with all of their features, as commit 1025422 has them:
git show 1025422:public/fonts/brygada.woff2 > FROM/brygada.woff2, and so on. Characters stay as they are. Of the features
stay kerning and figures of one width, and Brygada's ligatures. Kerning no longer changes with the weight (it is that of
450), and what is less than 4/1000 em is none.
"""

import io
import logging
import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib.models import normalizeLocation
from fontTools.varLib.varStore import VarStoreInstancer

LEAST = 4 / 1000  # of an em
STEP = 4  # units of the font

# Instrument Sans is for short texts: it kerns pairs of letters, and digits and signs only by class.
FONTS = {
    "instrument": (["kern", "tnum"], lambda c: (c.isascii() and c.isalpha()) or c in ".,’"),
    "brygada": (["kern", "tnum", "liga"], lambda c: c.isalpha() or c in '.,;:’‘“”-–—…?!()"'),
    "brygada-italic": (["kern", "tnum", "liga"], lambda c: c.isalpha() or c in '.,;:’‘“”-–—…?!()"'),
    "sometype": (["kern", "tnum", "liga"], lambda c: c.isalpha() or c in '.,;:’‘“”-–—…?!()"'),
}


def pair_tables(font):
    if "GPOS" in font and font["GPOS"].table.LookupList:
        for lookup in font["GPOS"].table.LookupList.Lookup:
            for table in lookup.SubTable:
                table = getattr(table, "ExtSubTable", table)
                if hasattr(table, "ValueFormat1"):
                    yield table


def settle_kerning(font, is_paired):
    """One kerning for all weights, in steps, with pairs of single glyphs only where they are read together."""
    store = getattr(font["GDEF"].table, "VarStore", None) if "GDEF" in font else None
    at = None
    if store and "fvar" in font:
        axes = {axis.axisTag: (axis.minValue, axis.defaultValue, axis.maxValue) for axis in font["fvar"].axes}
        at = VarStoreInstancer(store, font["fvar"].axes, normalizeLocation({"wght": 450}, axes))
    em = font["head"].unitsPerEm
    paired = {glyph for code, glyph in font.getBestCmap().items() if is_paired(chr(code))}

    def settle(value):
        if value is None:
            return
        device, advance = getattr(value, "XAdvDevice", None), getattr(value, "XAdvance", 0)
        if device is not None and device.DeltaFormat == 0x8000 and at:
            advance += round(at[(device.StartSize << 16) | device.EndSize])
        if hasattr(value, "XAdvDevice"):
            del value.XAdvDevice
        value.XAdvance = 0 if abs(advance) / em < LEAST else int(round(advance / STEP) * STEP)

    for table in pair_tables(font):
        table.ValueFormat1 = 4
        if table.Format == 2:
            for first in table.Class1Record:
                for second in first.Class2Record:
                    settle(second.Value1)
            continue
        kept = []
        for glyph, pairs in zip(table.Coverage.glyphs, table.PairSet):
            pairs.PairValueRecord = [
                pair for pair in pairs.PairValueRecord if glyph in paired and pair.SecondGlyph in paired
            ]
            for pair in pairs.PairValueRecord:
                settle(pair.Value1)
            pairs.PairValueCount = len(pairs.PairValueRecord)
            if pairs.PairValueRecord:
                kept.append((glyph, pairs))
        table.Coverage.glyphs = [glyph for glyph, _ in kept]
        table.PairSet = [pairs for _, pairs in kept]
        table.PairSetCount = len(kept)
    if store:
        del font["GDEF"].table.VarStore
        font["GDEF"].table.Version = 0x00010002


def cut(source, target, features, is_paired):
    font = TTFont(source)
    characters = list(font.getBestCmap())
    settle_kerning(font, is_paired)
    options = subset.Options()
    options.layout_features = features
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    options.notdef_outline = True
    options.hinting = False
    options.glyph_names = False
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)
    font.flavor = "woff2"
    written = io.BytesIO()
    font.save(written)
    target.write_bytes(written.getvalue())
    return len(written.getvalue())


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    logging.disable(logging.WARNING)
    source, target = Path(sys.argv[1]), Path(sys.argv[2])
    target.mkdir(parents=True, exist_ok=True)
    for name, (features, is_paired) in FONTS.items():
        size = cut(source / f"{name}.woff2", target / f"{name}.woff2", features, is_paired)
        print(f"{name}.woff2 {size} bytes")
