## rendition

rendition-title = Përkthe ose lexo me zë
rendition-lead = Fjalët nga { $name } mbeten të parat, siç janë. Çfarë sillni ju qëndron poshtë tyre, me emrin tuaj. Kush mund t’i lexojë fjalët, mund ta lexojë dhe ta dëgjojë edhe këtë.
rendition-back = Kthehu te fjalët
rendition-language = Në cilën gjuhë?
rendition-words_hint = Lëreni bosh nëse vetëm i lexoni fjalët me zë.
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
