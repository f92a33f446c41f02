## worry

worry-link = M enkyè pou yon moun
worry-title = M enkyè pou yon moun poutèt pawòl sa yo
worry-who_named = Moun sa yo nan lekòl la ap li sa: { $names }. Lekòl la chwazi yo pou sa.
worry-who_leads = Lekòl la poko chwazi pèsonn pou sa. Se poutèt sa, moun k ap dirije lekòl la ap li li: { $names }.
worry-your_name = Y ap wè non ou ansanm avè l. Yo pa di pèsonn lòt.
worry-is_kept = Yo kenbe yon kopi pawòl yo pou moun sa yo, menm si yo chanje pawòl yo oswa retire yo pita.
worry-media = Pou yon anrejistreman oswa yon foto, yo kenbe sèlman ke te genyen youn.
worry-stays = Pawòl yo menm rete kote yo ye a.
worry-no_emergency_line = Sa a se pa yon liy ijans. Pèsonn pa li li lajounen kou lannwit. Si yon moun an danje kounye a, rele nimewo ijans lan.
worry-why = Poukisa ou enkyè?
worry-why_hint = Yon fraz ase. Ou ka kite sa vid.
worry-send = Di yo sa
worry-done = Nou pase sa bay moun nan lekòl la ki li bagay sa yo.
worry-bin = Lè yon moun te enkyè pou yon timoun poutèt kèk pawòl, yo kenbe yon kopi pawòl yo pou kèk moun lekòl la chwazi. Kopi a rete, menm lè yo retire pawòl yo. Yo pa di pèsonn lè sa rive.
