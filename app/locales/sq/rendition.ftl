## rendition

rendition-title = Përkthe ose lexo me zë
rendition-lead = Fjalët nga { $name } mbeten të parat, siç janë. Çfarë sillni ju qëndron poshtë tyre, me emrin tuaj. Kush mund t’i lexojë fjalët, mund ta lexojë dhe ta dëgjojë edhe këtë.
rendition-back = Kthehu te fjalët
rendition-language = Në cilën gjuhë?
rendition-words_hint = Lëreni bosh nëse vetëm i lexoni fjalët me zë.
rendition-draft_ask = Kërko një draft
rendition-draft_where = Draftin e bën një makinë. Kur shtypni këtë buton, fjalët shkojnë te një server që e mban vetë shkolla, dhe askund tjetër.
rendition-draft_here = Këtë draft e bëri një makinë. Lexojeni dhe ndryshoni çfarë s’është e saktë. Asgjë nuk ruhet derisa ta dërgoni.
rendition-draft_checked = Drafti i makinës
rendition-draft_checked_hint = Pa këtë, shënohet si draft i një makine, që s’e ka shikuar ende njeri.
rendition-draft_put_right = I lexoj të dyja gjuhët dhe e ndreqa këtë
rendition-draft_failed = Tani nuk ka draft. Çfarë shkruat është ende këtu. Mund të provoni përsëri më vonë, ose t’i shkruani fjalët vetë.
rendition-draft_too_long = Drafti është tepër i gjatë për këtu. Çfarë shkruat është ende këtu.
rendition-draft_mark = Draft i një makine, e solli { $name }. Ende s’e ka shikuar njeri.
rendition-draft_check = I lexoj të dyja gjuhët: thotë atë që duhet
rendition-read_aloud = Lexojini me zë
rendition-read_aloud_note = Në gjuhën që zgjodhët më sipër: fjalët siç janë, ose përkthimin tuaj.
rendition-add = Vëre pranë fjalëve
rendition-way = Përkthe ose lexo me zë
rendition-also = Edhe në: { $languages }
rendition-unchecked = Ende s’e ka shikuar njeri
rendition-read_by = E lexoi me zë { $name }
rendition-of_earlier = Kjo u bë nga fjalët e mëparshme.
rendition-check = E shikova: thotë atë që duhet
rendition-take_back = Tërhiqe këtë
