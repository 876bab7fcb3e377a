"""What rec-a-sketch's own steps make of raw likes, by its description: a file of modelname, mid, uid and username is
read with its csv settings, each uid becomes an HMAC-MD5, and the username is dropped.

python3 ancestor.py SECRET < RAW.json > model_likes_anon.psv       RAW.json: [[modelname, mid, uid, username], ...]
"""
import csv
import hmac
import io
import json
import sys

SETTINGS = {"delimiter": "|", "quotechar": "\\", "quoting": csv.QUOTE_MINIMAL}
secret = sys.argv[1].encode("utf-8")

raw = io.StringIO(newline="")
csv.writer(raw, **SETTINGS).writerows(json.load(sys.stdin))
raw.seek(0)

out = io.TextIOWrapper(sys.stdout.buffer, encoding="utf-8", newline="")
writer = csv.writer(out, **SETTINGS)
writer.writerow(["modelname", "mid", "uid"])
for name, mid, uid, _ in csv.reader(raw, **SETTINGS):
    writer.writerow([name, mid, hmac.new(secret, uid.encode("utf-8"), "md5").hexdigest()])
out.flush()
