"""Verifies an export of unit records by docs/unit-records.md alone; prints each finding, and ends with 0 or 1."""

import base64
import hashlib
import json
import sys

try:
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
except ImportError:
    Ed25519PublicKey = None


def canonical(value):
    if isinstance(value, dict):
        names = sorted(value, key=lambda name: name.encode("utf-16-be"))
        return "{" + ",".join(canonical(name) + ":" + canonical(value[name]) for name in names) + "}"
    if isinstance(value, list):
        return "[" + ",".join(canonical(each) for each in value) + "]"
    return json.dumps(value, ensure_ascii=False)


def signed(key, record):
    if Ed25519PublicKey is None:
        return True
    message = canonical({name: record[name] for name in record if name != "signature"}).encode()
    try:
        Ed25519PublicKey.from_public_bytes(base64.b64decode(key)).verify(base64.b64decode(record["signature"]), message)
        return True
    except (InvalidSignature, KeyError, ValueError):
        return False


with open(sys.argv[1], "rb") as file:
    lines = file.read().splitlines()
head = json.loads(lines[0])
assert head["format"] == "gangway-unit-records" and head["version"] == 1
number = dict.fromkeys(head["stations"], 0)
last = dict.fromkeys(head["stations"], "0" * 64)
ended = set()
wrong = []
for at, line in enumerate(lines[1:], 2):
    record = json.loads(line)
    station = record["station"]
    if canonical(record).encode() != line or not signed(head["stations"][station], record):
        wrong.append(f"changed {at}")
    if record["event"] == "end":
        ended.add(station)
        due = number[station]
    else:
        due = number[station] = number[station] + 1
    if record["number"] != due:
        wrong.append(f"order {at}")
        number[station] = record["number"]
    elif record["previous"] != last[station]:
        wrong.append(f"chain {at}")
    last[station] = hashlib.sha256(line).hexdigest()
wrong += [f"no end of {station}" for station in head["stations"] if station not in ended]
print("\n".join(wrong) or f"sound: {len(lines) - 1 - len(ended)}")
print("signatures" if Ed25519PublicKey else "no signatures looked at")
sys.exit(1 if wrong else 0)
