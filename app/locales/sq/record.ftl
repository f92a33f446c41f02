## record

record-title = Kush çfarë bëri
record-lead_student = Këtu sheh kur dikush në shkollë i ka hapur faqet e tua dhe kush ka ndryshuar një mënyrë hyrjeje. Ajo që lexon vetë nuk është këtu. Fjalët e askujt nuk janë këtu.
record-lead_own = Këtu shihni atë që ka të bëjë me ju: hyrjet tuaja dhe kush i ka ndryshuar.
record-kept =
    { $count ->
        [one] Kjo ruhet { $count } vit. Pastaj fshihet.
       *[other] Kjo ruhet { $count } vjet. Pastaj fshihet.
    }
record-none = Ende asgjë.
record-by = nga { $name }
record-by_nobody = nga dikush që nuk njihet
record-later = Më vonë
record-earlier = Më herët
record-opened_work = U hap një punë
record-opened_portfolio = U hap portofoli
record-opened_definition = U hap «Ç’është suksesi»
record-opened_conference = U hap takimi
record-opened = U hap një faqe
record-link_made = U bë një lidhje për familjen
record-link_ended = U mbyll një lidhje për familjen
record-code_made = U bë një kod për hyrje
record-way_changed = U ndryshua një mënyrë hyrjeje
record-role_given = U dha një rol tjetër
record-tied = U lidh dikush nga familja
record-untied = U shkëput dikush nga familja
record-left = Largim nga shkolla
record-came_back = Kthim në shkollë
record-put_right = U ndreq ajo që ruan shkolla
record-moved = U ndryshua grupi
record-permit_given = Dikush nga stafi u lejua te një punim
record-permit_ended = Leja për te një punim u mbyll
record-stand_in_named = U caktua një zëvendësues/e
record-stand_in_ended = Zëvendësimi mbaroi
record-subjects_set = U tha se çfarë lënde jep dikush
record-imported = U sollën njerëz nga një tabelë
record-exported = U nxor lista e njerëzve
record-words_hidden = U fshehën fjalë
record-signed_in = Hyrje
record-sign_in_refused = Dikush provoi të hynte dhe nuk shkoi
record-refused = Një faqe nuk u hap, sepse nuk ishte për atë person
