## record

record-title = Kiyès ki fè kisa
record-lead_student = Isit la ou wè ki lè yon moun nan lekòl la te louvri paj ou yo, ak kiyès ki chanje yon fason pou antre. Sa ou li ou menm pa la. Pawòl pèsonn pa la.
record-lead_own = Isit la ou wè sa ki konsène ou: fason pou ou antre, ak kiyès ki chanje yo.
record-kept =
    { $count ->
       *[other] Yo kenbe sa pandan { $count } ane. Apre sa yo efase li.
    }
record-none = Poko gen anyen.
record-by = pa { $name }
record-by_nobody = pa yon moun nou pa konnen
record-later = Pi resan
record-earlier = Pi ansyen
record-opened_work = Yo louvri yon travay
record-opened_portfolio = Yo louvri pòtfolyo a
record-opened_definition = Yo louvri « Sa reyisi vle di »
record-opened_conference = Yo louvri rankont lan
record-opened = Yo louvri yon paj
record-link_made = Yo fè yon lyen pou fanmi an
record-link_ended = Yo fini yon lyen pou fanmi an
record-code_made = Yo fè yon kòd pou antre
record-way_changed = Yo chanje yon fason pou antre
record-role_given = Yo bay yon lòt wòl
record-tied = Yo konekte yon moun nan fanmi an
record-untied = Yo dekonekte yon moun nan fanmi an
record-left = Li kite lekòl la
record-came_back = Li tounen nan lekòl la
record-put_right = Yo korije sa lekòl la kenbe
record-moved = Yo chanje gwoup la
record-permit_given = Yo kite yon moun nan pèsonèl la antre nan yon travay
record-permit_ended = Yo fini sa ki te kite yon moun antre nan yon travay
record-stand_in_named = Yo nonmen yon ranplasan
record-stand_in_ended = Ranplasman an fini
record-subjects_set = Yo di ki matyè yon moun anseye
record-imported = Yo antre moun
record-exported = Yo soti lis moun yo
record-words_hidden = Yo kache pawòl
record-signed_in = Li antre
record-sign_in_refused = Yon moun eseye antre, men sa pa mache
record-refused = Yo pa louvri yon paj, paske li pa t pou moun sa a
