"""Invented departures: the same seed always gives the same people, all named as invented."""
import datetime
import random

ALPHABET = b"0123456789abcdefghjkmnpqrstvwxyz"
LETTERS = bytes(ALPHABET[byte & 31] for byte in range(256))
LAST_DAY = datetime.date(2024, 9, 30)
DAYS = [LAST_DAY - datetime.timedelta(days=before) for before in range(3652 + 60)]
ISO = [day.isoformat() for day in DAYS]
BIRTHS = ["%02d-%02d" % (month, day) for month in range(1, 13) for day in range(1, 29)]
GIVEN = ("An Ân Ánh Bảo Bình Chi Chính Cúc Dao Dí Dung Dũng Đào Đạt Đức Gấm Giang Hà Hạnh Hồng Huệ Hương Kiên Kỷ Lan Lả "
         "Lềnh Liên Lử Mai Mẩy Mỵ Nga Ngọc Nhi Oanh Páo Phà Phúc Quý Sáng Sơn Súng Tâm Thanh Thào Thủy Trang Tủa Vàng "
         "Vân Xuân Ý Yến").split()
MARKETS = ["TW"] * 42 + ["JP"] * 34 + ["KR"] * 14 + ["MY"] * 4 + ["RO"] * 3 + ["HU"] * 3
SECTORS = ["MANUFACTURING"] * 5 + ["FOOD_PROCESSING"] * 3 + ["CONSTRUCTION", "AGRICULTURE", "CAREGIVER", "ELECTRONICS"]
GROUPS = ["MONG"] * 30 + ["KINH"] * 22 + ["TAY"] * 16 + ["DAO"] * 15 + ["GIAY"] * 6 + ["NUNG"] * 5 + ["THAI"] * 3
CLASSES = ["POOR"] * 30 + ["NEAR_POOR"] * 26 + ["NEWLY_ESCAPED"] * 9 + ["AVERAGE"] * 18 + ["OTHER"] * 17
COLUMNS = ("citizen", "name", "born", "district", "commune", "market", "sector", "class", "trained", "left")


class Ids:
    """Random ids of the journal's alphabet."""

    def __init__(self, chance):
        self.chance, self.store, self.at = chance, "", 0

    def __call__(self, length=16):
        if self.at + length > len(self.store):
            self.store, self.at = self.chance.randbytes(1 << 16).translate(LETTERS).decode(), 0
        self.at += length
        return self.store[self.at - length:self.at]


def departures(seed, communes, first, count, births="010", dated=False):
    """`count` departures numbered from `first`: days before the last one, the body of the line, the row as text.

    `communes` are pairs of commune and district, `births` is the code of the province of birth; `dated` sorts
    by the day of departure.
    """
    chance = random.Random(seed)
    ids, choose = Ids(chance), lambda values: chance.choices(values, k=count)
    befores = choose(range(3652))
    if dated:
        befores.sort(reverse=True)
    columns = zip(befores, choose(communes), choose(range(20, 38)), choose((0, 0, 0, 1, 1)), choose(BIRTHS),
                  choose(GIVEN), choose(MARKETS), choose(SECTORS), choose(GROUPS), choose(CLASSES),
                  choose(range(7, 60)))
    for number, column in enumerate(columns, first):
        before, (commune, district), age, female, day, given, market, sector, group, poverty, trained = column
        left, trained, leaving = ISO[before], ISO[before + trained], DAYS[before].year
        year = leaving - age
        name = f"Lao động mẫu {given} {number:06d}"
        citizen = f"{births}{(2 if year >= 2000 else 0) + female}{year % 100:02d}{number % 1_000_000:06d}"
        born = f"{year}-{day}"
        worker, key, event = ids(), ids(), ids()
        household = f"{commune}@2023:h{number}"
        form = "PUBLIC_UNIT" if market == "KR" else "SERVICE_ENT"
        body = (
            f'"a":"tx","o":[{{"e":"worker/{worker}","f":{{"fullName":"{name}","citizenId":"{citizen}",'
            f'"birthDate":"{born}","sex":"{"F" if female else "M"}","ethnicGroup":"{group}"}}}},'
            f'{{"e":"household/{household}","f":{{"commune":"{commune}@2023","household":"h{number}"}}}},'
            f'{{"e":"review/{household}:{leaving}","f":{{"household":"household/{household}","year":{leaving},'
            f'"class":"{poverty}"}}}},'
            f'{{"e":"departure/{key}","f":{{"worker":"worker/{worker}","household":"household/{household}",'
            f'"commune":"{commune}@2023","village":"Thôn mẫu {1 + number % 9}","market":"{market}",'
            f'"contractForm":"{form}","sector":"{sector}","enterprise":"Doanh nghiệp mẫu {"ABCDEF"[number % 6]}",'
            f'"contractMonths":36,"orientationDate":"{trained}","orientationCertificate":"M{number}/BDKT",'
            f'"departedOn":"{left}"}}}},'
            f'{{"e":"event/{event}","f":{{"departure":"departure/{key}","status":"ABROAD","on":"{left}"}}}}]')
        yield before, body, "\t".join(
            (citizen, name, born, district, commune, market, sector, poverty, trained, left))
