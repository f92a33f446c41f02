## rendition

rendition-title = Tradui oswa li ak vwa wo
rendition-lead = Pawòl { $name } rete an premye, jan yo ye a. Sa ou pote a vin anba yo, ak non ou. Tout moun ki ka li pawòl yo ka li li epi tande li.
rendition-back = Tounen sou pawòl yo
rendition-language = Nan ki lang?
rendition-words_hint = Kite sa vid si w ap annik li pawòl yo ak vwa wo.
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
