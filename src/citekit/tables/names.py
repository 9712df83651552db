"""Words that occur in personal names: particles, suffixes, degrees, titles, East Asian families.

Data only; `citekit.parsing` says how each table is used. All entries are case-folded unless a
table says otherwise, and have no full stops ("Ph.D." is looked up as "phd").
"""

from __future__ import annotations

from typing import Final

__all__ = [
    "AMBIGUOUS_DEGREES",
    "ARTICLES",
    "ATTACHED_PARTICLES",
    "CAPITAL_PARTICLES",
    "CHINESE_COMPOUND_FAMILIES",
    "DEGREES",
    "FAMILY_CONJUNCTIONS",
    "FAMILY_TAILS",
    "JAPANESE_FAMILIES",
    "KOREAN_COMPOUND_FAMILIES",
    "ONE_LETTER_FAMILIES",
    "PARTICLES",
    "ROMANCE_PREPOSITIONS",
    "SUFFIXES",
    "TAIL_SUFFIXES",
    "TITLES",
    "VIETNAMESE_FAMILIES",
]

PARTICLES: Final = frozenset(
    # Dutch and Flemish
    "van van't vander vanden ver de den der het te ter ten tot 't 's op in aan bij onder over uit "
    "uijt voor thoe "
    # German and Scandinavian
    "von vom vonder zu zum zur auf aus am im an dem und af av "
    # French
    "du des d d' la le les l' sous sur "
    # Italian
    "di da dal dalla dalle dallo dai dagli del della delle dello dei degli lo li "
    # Spanish, Portuguese, Catalan
    "do dos das los las el i y e "
    # Arabic, Hebrew, Turkish, Malay
    "al as ash at ad az ar bin binti bint ibn ben bar abu abd abou umm ould bou "
    # Welsh, Gaelic, Afrikaans
    "ap ab mac nic ni st".split()
)
"""Particles as they are written in lower case, before a family name."""

CAPITAL_PARTICLES: Final = frozenset(
    "van vander vanden von de den der del della delle dello degli dei di da dal dalla das do dos "
    "du des la las le les los ter ten te st ste saint san santa ibn bin ben abu al el mac".split()
)
"""Particles that are also written with a capital ("Vincent Van Gogh", "Ursula Le Guin")."""

ATTACHED_PARTICLES: Final = (
    "dell'",
    "dall'",
    "nell'",
    "all'",
    "'s-",
    "d'",
    "l'",
    "al-",
    "el-",
    "ad-",
    "an-",
    "ar-",
    "as-",
    "ash-",
    "at-",
    "az-",
    "ul-",
    "ibn-",
    "ben-",
)
"""Particles written together with the family name; in lower case only."""

ROMANCE_PREPOSITIONS: Final = frozenset({"de", "du", "des", "d'"})
"""French "de" before a capital article is dropping: CSL's own example, "de" in "de La Fontaine"."""

ARTICLES: Final = frozenset({"la", "le", "les", "l'"})
"""French articles; with a capital they belong to the family ("La" in "de La Fontaine")."""

FAMILY_CONJUNCTIONS: Final = frozenset({"y", "e", "i"})
"""Join two family names: "Ortega y Gasset", "Costa e Silva", "Gaudí i Cornet"."""

FAMILY_TAILS: Final = frozenset({"neto", "filho", "sobrinho", "netto", "júnior", "segundo"})
"""Portuguese words that follow a family name and belong to it ("Oliveira Neto")."""

SUFFIXES: Final = frozenset({"jr", "sr", "jnr", "snr", "ii", "iii", "iv", "2nd", "3rd", "4th"})
"""Suffixes that are recognised at the end of a name, with or without a comma."""

TAIL_SUFFIXES: Final = SUFFIXES | {"junior", "senior", "vii", "viii", "5th", "fils", "père"}
"""Suffixes that are recognised only when a comma sets them off."""

DEGREES: Final = frozenset(
    "phd dphil md-phd mdphd scd dsc drsc drphil drmed drrernat dring msc bsc beng meng mba mph "
    "mphil mres llm llb llb dds dmd dvm pharmd psyd edd dnp drph dba mbbs mbchb mrcp frcp frcs "
    "facs facp faap frs frse fba frsc fmedsci mha mhs mlis mfa mpa mpp msn bsn cpa cfa ccc-slp "
    "esq dlitt dscd habil emba mtech btech mstat aprn fnp phdc dhc".split()
)
"""Academic degrees and honours that cannot be initials or a family."""

AMBIGUOUS_DEGREES: Final = frozenset(
    "md ms ma ba bs do jd rn dr am pe lpn obe cbe mbe qc kc".split()
)
"""Degrees that may also be initials ("Smith MD") or families ("Ma"); see `parsing.affixes`."""

TITLES: Final = frozenset(
    {
        *("Dr", "Dr.", "Prof", "Prof.", "Professor", "Mr", "Mr.", "Mrs", "Mrs.", "Ms.", "Mx."),
        *("Sir", "Dame", "Rev.", "Revd", "Fr.", "Hon.", "Herr", "Frau", "Dott.", "Dott.ssa"),
        *(
            "Ing.",
            "Dipl.-Ing.",
            "Dra.",
            "Mme",
            "Mlle",
            "Doc.",
            "PD",
            "h.c.",
            "Drs.",
            "Ir.",
            "Assoc.",
        ),
        *(
            "Asst.",
            "Emer.",
            "Univ.-Prof.",
            "Priv.-Doz.",
            "Prof.Dr.",
            "rer.",
            "nat.",
            "med.",
            "phil.",
        ),
    }
)
"""Titles before a name, as they are written (case matters: "MS" is no title)."""

ONE_LETTER_FAMILIES: Final = frozenset({"E", "O"})
"""Families of one letter: Chinese E (鄂), Korean O (오); "Weinan E" is no Vancouver name."""

VIETNAMESE_FAMILIES: Final = frozenset(
    "nguyen nguyễn tran trần pham phạm hoang hoàng huynh huỳnh phan vu vũ vo võ dang đặng bui bùi "
    "ngo ngô duong dương ly lý do đỗ ho hồ dinh đinh truong trương trinh trịnh".split()
)
"""With one of these, "Van" is a middle name and no particle."""

CHINESE_COMPOUND_FAMILIES: Final = frozenset(
    "欧阳 歐陽 司马 司馬 诸葛 諸葛 上官 司徒 东方 東方 独孤 獨孤 南宫 南宮 夏侯 皇甫 尉迟 尉遲 "
    "公孙 公孫 慕容 令狐 长孙 長孫 宇文 轩辕 軒轅 端木 百里 呼延 东郭 東郭 南门 南門 闻人 聞人 "
    "申屠 公羊 澹台 澹臺 淳于 单于 單于 太叔 仲孙 仲孫 钟离 鍾離 万俟 萬俟 赫连 赫連 濮阳 濮陽 "
    "拓跋 西门 西門 第五 公冶 宗政 鲜于 鮮于 闾丘 閭丘 亓官 司空 颛孙 顓孫 完颜 完顏".split()
)
"""Chinese families of two characters, in both scripts."""

KOREAN_COMPOUND_FAMILIES: Final = frozenset(
    "남궁 황보 제갈 사공 선우 서문 독고 동방 어금 망절 장곡".split()
)
"""Korean families of two syllables."""

JAPANESE_FAMILIES: Final = frozenset(
    "佐藤 鈴木 高橋 田中 伊藤 渡辺 渡邊 渡部 山本 中村 小林 加藤 吉田 山田 佐々木 山口 松本 井上 "
    "木村 斎藤 斉藤 齋藤 清水 山崎 池田 橋本 阿部 石川 山下 中島 石井 小川 前田 岡田 長谷川 藤田 "
    "後藤 近藤 村上 遠藤 青木 坂本 福田 太田 西村 藤井 金子 岡本 藤原 中野 三浦 原田 中川 松田 "
    "竹内 小野 田村 中山 和田 石田 上田 内田 柴田 酒井 宮崎 横山 高木 安藤 宮本 大野 小島 工藤 "
    "谷口 今井 高田 丸山 増田 杉山 村田 大塚 小山 藤本 平野 新井 河野 上野 武田 野口 松井 千葉 "
    "菅原 岩崎 久保 木下 佐野 野村 松尾 市川 菊地 菊池 杉本 古川 大西 島田 水野 桜井 高野 吉川 "
    "五十嵐 山内 西田 西川 北村 安田 小笠原 長谷部 勅使河原 山中 湯川 小柴 本庶 大隅".split()
)
"""Japanese families of two and more characters (the most frequent, and some laureates')."""
