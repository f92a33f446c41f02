## rendition

rendition-title = Перевести или прочитать вслух
rendition-lead = Первыми стоят сами слова, как они есть. Их автор: { $name }. То, что добавите вы, будет стоять под ними, с вашим именем. Прочитать и услышать это смогут те, кто может читать сами слова.
rendition-back = Назад к словам
rendition-language = На каком языке?
rendition-words_hint = Оставьте пустым, если только читаете слова вслух.
rendition-read_aloud = Прочитать их вслух
rendition-read_aloud_note = На языке, который выбран выше: сами слова, как они есть, или ваш перевод.
rendition-add = Добавить к словам
rendition-way = Перевести или прочитать вслух
rendition-also = Есть и на других языках: { $languages }
rendition-unchecked = Пока не подтверждено
rendition-read_by = Вслух читает { $name }
rendition-of_earlier = Это сделано с прежних слов.
rendition-check = Подтверждаю: сказано то, что имелось в виду
rendition-take_back = Забрать обратно
