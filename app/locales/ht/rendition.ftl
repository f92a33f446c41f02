## rendition

rendition-title = Tradui oswa li ak vwa wo
rendition-lead = Pawòl { $name } rete an premye, jan yo ye a. Sa ou pote a vin anba yo, ak non ou. Tout moun ki ka li pawòl yo ka li li epi tande li.
rendition-back = Tounen sou pawòl yo
rendition-language = Nan ki lang?
rendition-words_hint = Kite sa vid si w ap annik li pawòl yo ak vwa wo.
rendition-draft_ask = Mande yon bouyon
rendition-draft_where = Se yon machin ki fè bouyon an. Lè ou peze bouton sa a, pawòl yo ale sou yon sèvè lekòl la genyen poukont li, epi okenn lòt kote.
rendition-draft_here = Se yon machin ki fè bouyon sa a. Li l epi chanje sa ki pa bon. Anyen pa konsève toutotan ou poko voye l.
rendition-draft_checked = Bouyon machin nan
rendition-draft_checked_hint = San sa, l ap make kòm bouyon yon machin, ke pèsonn poko reli.
rendition-draft_put_right = Mwen li tou de lang yo epi mwen korije sa
rendition-draft_failed = Pa gen bouyon kounye a. Sa ou te ekri a toujou la. Ou ka eseye ankò pita, oswa ekri pawòl yo ou menm.
rendition-draft_too_long = Bouyon an twò long pou l kenbe la a. Sa ou te ekri a toujou la.
rendition-draft_mark = Bouyon yon machin, se { $name } ki pote l. Pèsonn poko reli l.
rendition-draft_check = Mwen li tou de lang yo: li di sa yo te vle di a
rendition-read_aloud = Li yo ak vwa wo
rendition-read_aloud_note = Nan lang ou chwazi anlè a: pawòl yo jan yo ye a, oswa tradiksyon ou.
rendition-add = Mete li bò kote pawòl yo
rendition-way = Tradui oswa li ak vwa wo
rendition-also = Nan lang sa a tou: { $languages }
rendition-unchecked = Yo poko reli li
rendition-read_by = Se { $name } ki li li ak vwa wo
rendition-of_earlier = Sa te fèt ak pawòl ki te la anvan yo.
rendition-check = Mwen reli li: li di sa yo te vle di a
rendition-take_back = Retire sa
