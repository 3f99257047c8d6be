/// Tables of every register that say all that their columns can, as CSV and as journal text.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace cellbook::test {

using NamedTexts = std::vector<std::pair<std::string, std::string>>;

/// Names with blanks and letters of other languages, notes with quotes, commas and semicolons.
inline NamedTexts full_tables() {
    return {
        {"sections.csv",
         "section,grade,places,standing,source,note,tag:basis\n"
         "sections:posta,5,60,assumed,S12,\"dear, \"\"they\"\" say; señal\",\"counted, once\"\n"
         "sections:palmar,,,,,,\n"},
        {"cells.csv",
         "cell,section,grade,area,places,floor,improvements,improved,opened,closed,standing,source,"
         "note,tag:basis,tag:synthetic\n"
         "ñandú 12,sections:posta,4,9.50,2,1,\"baño, "
         "\"\"luz\"\"\",2016-08-01,2010-01-01,2030-12-31,"
         "estimated,S12,\"a: b; c,\nd\",x,yes\n"
         "posta-2,sections:posta,,,1,,,,,,,,,,\n"},
        {"titles.csv",
         "cell,owner,since,price,commodity,standing,source,note,tag:basis\n"
         "ñandú 12,inmates:i1,2016-05-02,30000.00,BOB,observed,S13,\"as, told\",x\n"
         "posta-2,inmates:i1,2016-05-02,0,BOB,,,,\n"},
        {"businesses.csv",
         "business,owner,section,cell,sells,standing,source,note,tag:basis\n"
         "businesses:tienda,inmates:i1,sections:posta,posta-2,\"pan|té, café\",assumed,S12,n,b\n"},
        {"households.csv",
         "household,since,section,standing,source,note,tag:basis\n"
         "inmates:i1,2016-05-02,sections:posta,assumed,S12,\"n, \"\"o\"\"\",b\n"
         "inmates:i1,2018-05-02,sections:palmar,assumed,S12,,\n"
         "inmates:i2,2018-05-02,sections:palmar,,,,\n"},
        {"members.csv",
         "member,household,role,works,arrived,released,standing,source,note,tag:basis\n"
         "\"i1 \"\"a\"\", b\",inmates:i1,spouse,outside,2016-07-01,2018-01-01,simulated,S12,"
         "\"n: o\",b\n"
         "i1-c,inmates:i1,child,no,2016-07-01,,,,,\n"},
        {"leases.csv",
         "lease,cell,form,landlord,tenant,places,rate,commodity,period,deposit,from,to,standing,"
         "source,note,tag:basis\n"
         "L01,ñandú 12,rent,inmates:i1,inmates:i2,1,480.50,BOB,week,600,2018-01-01,2018-12-31,"
         "observed,S12,\"n, o\",b\n"
         "L02,ñandú 12,free,inmates:i1,inmates:i2,0,,,,,2019-01-01,,,,,\n"},
        {"tariffs.csv",
         "tariff,section,kind,amount,commodity,per,period,from,to,standing,source,note,tag:basis\n"
         "entry,sections:posta,section_entry,500.00,BOB,household,once,2017-01-01,2019-12-31,"
         "assumed,S12,\"n, o\",b\n"},
    };
}

/// The same rows as comments.
inline const std::string full_comments =
    "; section: sections:posta  grade:5, places:60, standing:assumed, source:S12, "
    "note:\"dear, \\\"they\\\" say; señal\", basis:\"counted, once\"\n"
    "; section: sections:palmar\n"
    "; cell: ñandú 12  section:sections:posta, grade:4, area:9.50, places:2, floor:1, "
    "improvements:\"baño, \\\"luz\\\"\", improved:2016-08-01, opened:2010-01-01, "
    "closed:2030-12-31, standing:estimated, source:S12, note:\"a: b; c,\\nd\", basis:x, "
    "synthetic:yes\n"
    "; cell: posta-2  places:1, section:sections:posta\n"
    "; title: ñandú 12  owner:inmates:i1, since:2016-05-02, price:30000.00, commodity:BOB, "
    "standing:observed, source:S13, note:\"as, told\", basis:x\n"
    "; title: posta-2  owner:inmates:i1, since:2016-05-02, price:0, commodity:BOB\n"
    "; business: businesses:tienda  owner:inmates:i1, section:sections:posta, cell:posta-2, "
    "sells:\"pan|té, café\", standing:assumed, source:S12, note:n, basis:b\n"
    "; household: inmates:i1  since:2016-05-02, section:sections:posta, standing:assumed, "
    "source:S12, note:\"n, \\\"o\\\"\", basis:b\n"
    "; household: inmates:i1  since:2018-05-02, section:sections:palmar, standing:assumed, "
    "source:S12\n"
    "; household: inmates:i2  since:2018-05-02, section:sections:palmar\n"
    "; member: \"i1 \\\"a\\\", b\"  household:inmates:i1, role:spouse, works:outside, "
    "arrived:2016-07-01, released:2018-01-01, standing:simulated, source:S12, note:\"n: o\", "
    "basis:b\n"
    "; member: i1-c  household:inmates:i1, role:child, works:no, arrived:2016-07-01\n"
    "; lease: L01  cell:ñandú 12, form:rent, landlord:inmates:i1, tenant:inmates:i2, places:1, "
    "rate:480.50, commodity:BOB, period:week, deposit:600, from:2018-01-01, to:2018-12-31, "
    "standing:observed, source:S12, note:\"n, o\", basis:b\n"
    "; lease: L02  cell:ñandú 12, form:free, landlord:inmates:i1, tenant:inmates:i2, places:0, "
    "from:2019-01-01\n"
    "; tariff: entry  section:sections:posta, kind:section_entry, amount:500.00, commodity:BOB, "
    "per:household, period:once, from:2017-01-01, to:2019-12-31, standing:assumed, source:S12, "
    "note:\"n, o\", basis:b\n";

}  // namespace cellbook::test
