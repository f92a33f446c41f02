## rendition

rendition-title = Перекласти або прочитати вголос
rendition-lead = Першими стоять самі слова, такі, як є. Їх каже { $name }. Те, що додасте ви, стоятиме під ними, з вашим ім’ям. Прочитати й почути це зможуть ті, хто може читати самі слова.
rendition-back = Назад до слів
rendition-language = Якою мовою?
rendition-words_hint = Залиште порожнім, якщо лише читаєте слова вголос.
rendition-read_aloud = Прочитати їх уголос
rendition-read_aloud_note = Мовою, яку вибрано вище: самі слова, такі, як є, або ваш переклад.
rendition-add = Додати до слів
rendition-way = Перекласти або прочитати вголос
rendition-also = Є й іншими мовами: { $languages }
rendition-unchecked = Ще не підтверджено
rendition-read_by = Уголос читає { $name }
rendition-of_earlier = Це зроблено з попередніх слів.
rendition-check = Підтверджую: сказано те, що малося на увазі
rendition-take_back = Забрати назад
