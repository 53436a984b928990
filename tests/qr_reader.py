"""A grey picture → the texts of the QR codes in it, as two real readers see them."""

import zxingcpp
from pyzbar import pyzbar


def read(grey: bytes, side: int) -> list[str]:
    """What both zbar and ZXing read from a square of `side` pixels, a byte each."""
    pixels = memoryview(grey).cast("B", shape=[side, side])
    seen = sorted(one.text for one in zxingcpp.read_barcodes(pixels))
    assert sorted(one.data.decode() for one in pyzbar.decode((grey, side, side))) == seen
    return seen
