"""The cells of paper 003's Table 1 in short English; a line break keeps a long one inside its column."""

from longwave.i18n import _


def in_english(cell: str) -> str:
    """Return a cell of Table 1 in short English words; spaces in the Chinese make no difference.

    Raises `KeyError` for text that the table does not hold.

    >>> in_english("煤炭"), in_english("工业 4. 0")
    ('coal', 'Industry 4.0')
    """
    return _glosses()[cell.replace(" ", "")]


def _glosses() -> dict[str, str]:
    return {**_times(), **_matter(), **_making(), **_business(), **_countries(), **_effects()}


def _times() -> dict[str, str]:
    return {
        "18世纪中期—19世纪中期": _("mid-18th to mid-19th\ncentury"),
        "19世纪70年代—20世纪初": _("1870s to early 20th\ncentury"),
        "20世纪四五十年代—21世纪": _("1940s or 50s\nto 21st century"),
        "21世纪初开始": _("from the early\n21st century"),
        "瓦特蒸汽机投入与使用": _("Watt's steam engine\nin use"),
        "电力的发明和广泛应用": _("electricity invented\nand widely used"),
        "原子能、计算机、空间技术和生物工程的发明和应用": _("atom, computer,\nspace, biology"),
        "工业4.0": _("Industry 4.0"),
        "蒸汽时代": _("age of steam"),
        "电气时代": _("age of electricity"),
        "信息时代": _("age of information"),
        "智能时代": _("age of intelligence"),
    }


def _matter() -> dict[str, str]:
    return {
        "蒸汽机": _("steam engine"),
        "发动机": _("engine, motor"),
        "信息技术": _("information\ntechnology"),
        "人工智能等新一代信息技术": _("artificial\nintelligence, etc."),
        "煤炭": _("coal"),
        "铁、铝、铜等": _("iron, aluminium,\ncopper"),
        "硅、稀土、信息等": _("silicon, rare earths,\ninformation"),
        "石墨烯、锂、芯片、数据等": _("graphene, lithium,\nchips, data"),
        "蒸汽机、火车、运河、铁路": _("steam engine, train,\ncanal, railway"),
        "汽车、飞机;铁路、高速公路、机场、港口组成的交通网络": _("car, plane; net of rail,\nroads, ports"),
        "数字远程通信网络、互联网;高铁网络、高速物流系统": _("internet;\nhigh-speed rail"),
        "5G通信、工业互联网、智能电网": _("5G, industrial\ninternet, smart grid"),
    }


def _making() -> dict[str, str]:
    return {
        "单件小批量制造": _("single pieces,\nsmall batches"),
        "大规模生产": _("mass production"),
        "小批量定制": _("small batches\nto order"),
        "大规模定制、智能制造": _("mass customisation,\nsmart making"),
        "从棉纺、铁制品、水车等到铁路与铁路设备、蒸汽机、机床等": _("from cotton, iron\nto railways, tools"),
        "从电气设备、重型机械重化工、钢制品等到汽车、坦克、飞机等": _("from electric gear,\nsteel to cars, planes"),
        "计算机、互联网、微电子产业从计算机、软件、电信": _("computers, internet …\nfrom computers …"),
        "智能机械、工业机器人、新能源生物医药等": _("robots, new energy\nbiomedicine"),
        "智能机械、工业机器人、新能源、生物医药等": _("robots, new energy,\nbiomedicine"),
    }


def _business() -> dict[str, str]:
    return {
        "工厂": _("factory"),
        "公司": _("company"),
        "跨国公司大企业": _("multinational,\nlarge firm"),
        "平台企业": _("platform firm"),
        "从工厂制、企业家、合伙制到股份制、技工承包制": _("from factory, partners\nto joint stock"),
        "从职业经理人、“泰罗制”到福特制、科层制": _("from managers, Taylor\nto Ford, hierarchy"),
        "从内部网、局域网、全球网": _("from intranet,\nlocal, global net …"),
        "智能化、数字化、绿色化、网络化集成": _("smart, digital, green,\nnetworked"),
    }


def _countries() -> dict[str, str]:
    return {
        "英国": _("Britain"),
        "英国→欧美": _("Britain → Europe\nand America"),
        "美、德赶超英国": _("US and Germany\novertake Britain"),
        "美国→欧洲地区": _("US → Europe"),
        "美国→欧亚地区": _("US → Europe\nand Asia"),
        "中国、美国、德国等": _("China, US,\nGermany"),
        "第一阶段:美、德赶超英国第二阶段:美国→欧洲地区": _("1 US, Germany overtake;\n2 US → Europe"),
        "第一阶段:美国→欧亚地区第二阶段:中国、美国、德国等": _("1 US → Europe, Asia;\n2 China, US, Germany"),
    }


def _effects() -> dict[str, str]:
    return {
        "初步实现工业的规模化、机械化生产;工厂选址更为灵活、生产规模扩大、运输成本下降": _(
            "machines, larger works,\ncheaper transport"
        ),
        "工程材料强度精度和耐用性大大提高;解决批量生产过程不连续对生产规模的限制": _(
            "stronger materials,\ncontinuous flow"
        ),
        "自动化生产、柔性生产、定制生产,降低能源材料消耗强度,增加能源原材料使用效率": _(
            "automatic, flexible,\nless energy used"
        ),
        "生产、管理、制造等全链条的智能化,提高国民经济运行的数字化、智能化": _("whole chain smart\nand digital"),
    }
