"""Makes samples/forms/: three forms drawn in cells as towns draw them, each empty and filled in. Needs the standard library only."""

import sys
from pathlib import Path

import xlsx

FORMS = Path(__file__).resolve().parent.parent / "forms"
PAPER = 36  # columns of grid paper, each as wide as one character


class Paper:
    """A sheet of grid paper. Columns count from 1, and both ends of a range belong to it."""

    def __init__(self, name):
        self.sheet = {"name": name, "widths": [2.7] * PAPER, "heights": {}, "cells": {}}

    def put(self, row, first, last, text, style="cell", rows=1):
        """One cell over a range; text may be a number."""
        a, b = xlsx.column(first - 1), xlsx.column(last - 1)
        self.sheet["cells"][f"{a}{row}", f"{b}{row + rows - 1}"] = (text, style)

    def row(self, row, *cells):
        """Cells beside each other: (first column, last column, text, style)."""
        for cell in cells:
            self.put(row, *cell)

    def boxes(self, row, first, count, text, dash=None):
        """One box for each digit, from the left; a dash stands between the boxes after that many."""
        at = first
        for i in range(count):
            if dash is not None and i in dash:
                self.put(row, at, at, "－", "middle")
                at += 1
            self.put(row, at, at, text[i] if i < len(text) else "", "centre")
            at += 1

    def day(self, row, first, day, era="令和", style="middle"):
        """A day in pieces: era, year, month, day, each number in cells of its own. Eleven columns, nine without an era."""
        year, month, date = day or ("", "", "")
        pieces = ([(2, era)] if era else []) + [(2, year), (1, "年"), (2, month), (1, "月"), (2, date), (1, "日")]
        at = first
        for width, text in pieces:
            self.put(row, at, at + width - 1, text, style)
            at += width


def box(ticked, *choices):
    """Choices with a box before each; the one that is ticked has a mark in it."""
    return "　".join(("☑" if choice in ticked else "□") + choice for choice in choices)


def subsidy(filled):
    """補助金交付申請書: a letter's head without lines, then a table with amounts in boxes, a budget within and a place for the office."""
    p, v = Paper("様式第1号"), (lambda text: text if filled else "")
    p.put(1, 1, 14, "様式第1号（第5条関係）", "plain")
    p.day(3, 25, ("8", "11", "20") if filled else None)
    p.put(5, 2, 14, "（宛先）澄野町長", "plain")
    p.put(7, 15, 17, "申請者", "plain", 4)
    for row, label, text in ((7, "所在地", "澄野町水車12番地3"), (8, "団体名", "水車の里づくりの会"), (9, "代表者氏名", "髙瀨　すみれ"), (10, "電話番号", "0555-01-2345")):
        p.row(row, (18, 22, label, "plain"), (23, 33 if row == 9 else 36, v(text), "plain"))
    p.put(9, 34, 36, "印", "plain")
    p.put(12, 1, 36, "澄野町地域づくり活動補助金交付申請書", "title")
    p.put(14, 1, 36, "令和8年度において次の事業を行いたいので、補助金の交付を受けたく、関係書類を添えて申請します。", "plain")
    p.row(16, (1, 8, "事業の名称", "label"), (9, 36, v("水車小屋の清掃と見学会"), "cell"))
    p.row(17, (1, 8, "事業の区分", "label"), (9, 36, box(v("新規"), "新規", "継続（　　　年目）"), "cell"))
    p.put(18, 1, 8, "事業の目的<br>及び内容", "label", 3)
    p.put(18, 9, 36, v("町に残る水車小屋を住民の手で清掃し、年2回の見学会を開いて、次の世代に伝える。"), "cell", 3)
    p.put(21, 1, 8, "事業の期間", "label")
    p.day(21, 9, ("8", "12", "1") if filled else None)
    p.put(21, 20, 22, "から", "middle")
    p.day(21, 23, ("9", "3", "20") if filled else None)
    p.put(21, 34, 36, "まで", "middle")
    for row, label, amount in ((22, "補助対象経費", "  184000"), (23, "交付申請額", "   90000")):
        p.put(row, 1, 8, label, "label")
        p.put(row, 9, 10, "金", "middle")
        p.boxes(row, 11, 8, [c.strip() for c in amount] if filled else "")
        p.put(row, 19, 20, "円", "middle")
        p.put(row, 21, 36, "※千円未満は切り捨てること。" if row == 23 else "", "cell")
    p.put(24, 1, 3, "収<br>支<br>予<br>算", "label", 6)
    p.row(24, (4, 12, "科目", "label"), (13, 20, "予算額（円）", "label"), (21, 36, "内訳・備考", "label"))
    budget = [("補助金", 90000, "町"), ("会費", 94000, "会員47人"), ("清掃用品費", 61500, ""), ("印刷製本費", 122500, "案内状、しおり")] if filled else [("", "", "")] * 4
    for row, (name, amount, note) in enumerate(budget, 25):
        p.row(row, (4, 12, name, "cell"), (13, 20, amount, "number"), (21, 36, note, "cell"))
    p.row(29, (4, 12, "合計", "centre"), (13, 20, 368000 if filled else "", "number"), (21, 36, "", "cell"))
    p.put(30, 1, 8, "添付書類", "label")
    p.put(30, 9, 36, box(("事業計画書", "会員名簿") if filled else "", "事業計画書", "会員名簿", "見積書の写し", "その他（　　　　　）"), "cell")
    p.row(31, (1, 8, "備考", "label"), (9, 36, "", "cell"))
    p.put(33, 1, 4, "※町記入欄", "office")
    p.row(33, (5, 10, "受付番号", "office"), (11, 18, "", "cell"), (19, 24, "担当者", "office"), (25, 36, "", "cell"))
    return "澄野町地域づくり活動補助金交付申請書", p.sheet


def care(filled):
    """要介護認定申請書: one box a digit, boxes for eras, groups at the left within groups."""
    p, v = Paper("申請書"), (lambda text: text if filled else "")
    p.put(1, 1, 36, "介護保険　要介護認定・要支援認定申請書", "title")
    p.put(2, 1, 14, "（宛先）澄野町長", "plain")
    p.put(3, 1, 36, "次のとおり申請します。", "plain")
    p.put(4, 20, 24, "申請年月日", "label")
    p.day(4, 25, ("8", "10", "5") if filled else None)
    p.put(5, 1, 3, "被<br>保<br>険<br>者", "label", 8)
    p.put(5, 4, 9, "被保険者番号", "label")
    p.boxes(5, 10, 10, v("0000123456"))
    p.put(5, 20, 36, "", "cell")
    p.put(6, 4, 9, "個人番号", "label")
    p.boxes(6, 10, 12, "")
    p.put(6, 22, 36, "", "cell")
    p.row(7, (4, 9, "フリガナ", "label"), (10, 22, v("ニシハラ　トメ"), "cell"))
    p.put(7, 23, 26, "生年月日", "label", 2)
    p.put(7, 27, 36, box(v("昭和"), "明治", "大正", "昭和"), "cell")
    p.row(8, (4, 9, "氏　名", "label"), (10, 22, v("西原　とめ"), "cell"))
    p.day(8, 27, ("12", "4", "29") if filled else None, era="")
    p.put(8, 36, 36, "", "middle")
    p.row(9, (4, 9, "性　別", "label"), (10, 36, box(v("女"), "男", "女"), "cell"))
    p.put(10, 4, 9, "住　所", "label", 2)
    p.put(10, 10, 10, "〒", "middle")
    p.boxes(10, 11, 7, v("4010000"), dash=(3,))
    p.put(10, 19, 36, "", "middle")
    p.put(11, 10, 36, v("澄野町下里45番地"), "cell")
    p.put(12, 4, 9, "電話番号", "label")
    p.boxes(12, 10, 10, v("0555019876"), dash=(4, 6))
    p.put(12, 22, 36, "", "cell")
    p.put(13, 1, 9, "前回の認定の結果等", "label", 2)
    p.put(13, 10, 36, box(v("要支援2"), "要支援1", "要支援2", "要介護1", "要介護2", "要介護3以上"), "cell")
    p.put(14, 10, 14, "有効期間", "label")
    p.day(14, 15, ("7", "11", "1") if filled else None)
    p.put(14, 26, 26, "～", "middle")
    p.day(14, 27, ("8", "10", "31") if filled else None, era="")
    p.put(14, 36, 36, "", "middle")
    p.row(15, (1, 9, "申請の理由", "label"), (10, 36, v("足腰が弱り、入浴に手助けが要るようになったため。"), "cell"))
    p.put(16, 1, 3, "主<br>治<br>医", "label", 2)
    p.row(16, (4, 9, "医療機関名", "label"), (10, 22, v("澄野町国保診療所"), "cell"), (23, 27, "医師の氏名", "label"), (28, 36, v("森田　健"), "cell"))
    p.row(17, (4, 9, "所在地", "label"), (10, 22, v("澄野町中央2番地"), "cell"), (23, 27, "電話番号", "label"), (28, 36, "", "cell"))
    p.put(18, 1, 3, "提<br>出<br>者", "label", 3)
    p.row(18, (4, 9, "氏名", "label"), (10, 30, v("西原　一郎"), "cell"), (31, 36, "㊞", "centre"))
    p.row(19, (4, 9, "続柄", "label"), (10, 36, box(v("家族（子）"), "本人", "家族（子）" if filled else "家族（　　）", "代行事業者"), "cell"))
    p.row(20, (4, 9, "電話番号", "label"), (10, 36, v("090-0000-1234"), "cell"))
    p.put(22, 1, 36, "要介護認定に必要があるときは、認定の調査の内容と主治医意見書を、地域包括支援センターに示すことに同意します。", "plain")
    p.row(23, (14, 19, "本人氏名", "plain"), (20, 33, v("西原　とめ"), "plain"), (34, 36, "印", "plain"))
    return "介護保険 要介護認定・要支援認定申請書", p.sheet


def hall(filled):
    """施設使用許可申請書: rooms chosen by a circle in the cell before them, days of use as rows, times in pieces."""
    p, v = Paper("使用許可申請"), (lambda text: text if filled else "")
    p.put(1, 1, 36, "澄野町町民ホール使用許可申請書", "title")
    p.day(2, 25, ("8", "11", "4") if filled else None)
    p.put(3, 1, 14, "（宛先）澄野町教育委員会", "plain")
    p.put(5, 1, 4, "申請者", "label", 4)
    p.row(5, (5, 10, "団体名", "label"), (11, 36, v("澄野混声合唱団"), "cell"))
    p.row(6, (5, 10, "住所", "label"), (11, 36, v("澄野町上町7番地"), "cell"))
    p.row(7, (5, 10, "代表者氏名", "label"), (11, 22, v("𠮷田　奏"), "cell"), (23, 26, "電話", "label"), (27, 36, v("0555-02-3456"), "cell"))
    p.row(8, (5, 10, "区　　分", "label"), (11, 36, box(v("町内"), "町内", "町外").replace("□", "☐"), "cell"))
    p.row(9, (1, 10, "使用の目的", "label"), (11, 36, v("第12回定期演奏会"), "cell"))
    p.put(10, 1, 10, "使用する室<br>（○を付ける）", "label", 2)
    rooms = (("大ホール", "会議室1", "会議室2"), ("楽屋", "和室", "調理室"))
    for row, names in enumerate(rooms, 10):
        for n, name in enumerate(names):
            at = 11 + 9 * n
            p.put(row, at, at, "○" if filled and name in ("大ホール", "楽屋") else "", "centre")
            p.put(row, at + 1, at + (8 if n < 2 else 7), name, "cell")
    p.put(12, 1, 4, "使<br>用<br>日<br>時", "label", 4)
    p.row(12, (5, 15, "使用日", "label"), (16, 26, "使用時間", "label"), (27, 30, "人数", "label"), (31, 36, "備考", "label"))
    uses = [("令和8年12月12日", "13時から17時まで", 45, "練習"), ("令和8年12月13日", "9時から21時まで", 320, "本番")] if filled else []
    for row, (day, time, people, note) in enumerate(uses + [("", "", "", "")] * (3 - len(uses)), 13):
        p.row(row, (5, 15, day, "cell"), (16, 26, time, "cell"), (27, 30, people, "number"), (31, 36, note, "cell"))
    p.put(16, 1, 10, "開場時刻", "label")
    p.row(16, (11, 12, "13" if filled else "", "middle"), (13, 13, "時", "middle"), (14, 15, "30" if filled else "", "middle"), (16, 16, "分", "middle"), (17, 36, "", "cell"))
    p.put(17, 1, 10, "入場料の徴収", "label")
    p.put(17, 11, 36, "☐徴収しない　☑徴収する（1人500円）" if filled else "☐徴収しない　☐徴収する（1人　　　円）", "cell")
    p.put(18, 1, 10, "附属設備の使用", "label")
    p.put(18, 11, 36, box(("ピアノ", "音響設備") if filled else "", "ピアノ", "音響設備", "照明設備", "プロジェクター").replace("□", "☐"), "cell")
    p.row(19, (1, 10, "特記事項", "label"), (11, 36, "", "cell"))
    p.put(21, 1, 36, "注意　使用許可を受けた後に取り消すときは、使用日の7日前までに届け出てください。", "note")
    p.put(22, 1, 4, "許可欄", "office", 2)
    p.row(22, (5, 10, "許可番号", "office"), (11, 12, "第", "middle"), (13, 18, "", "middle"), (19, 20, "号", "middle"), (21, 26, "許可年月日", "office"))
    p.day(22, 27, None, era="")
    p.put(22, 36, 36, "", "middle")
    p.row(23, (5, 10, "使用料", "office"), (11, 18, "", "cell"), (19, 20, "円", "middle"), (21, 26, "減免", "office"), (27, 36, "☐あり　☐なし", "cell"))
    return "澄野町町民ホール使用許可申請書", p.sheet


def main():
    """Writes the six files."""
    FORMS.mkdir(exist_ok=True)
    for name, form in (("補助金交付申請書", subsidy), ("要介護認定申請書", care), ("施設使用許可申請書", hall)):
        for filled in (False, True):
            title, sheet = form(filled)
            xlsx.build(title, [sheet], FORMS / f"{name}_{'記入済み' if filled else '記入前'}.xlsx")
    return 0


if __name__ == "__main__":
    sys.exit(main())
