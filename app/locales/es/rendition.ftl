## rendition

rendition-title = Traducir o leer en voz alta
rendition-lead = Las palabras de { $name } siguen en primer lugar, tal como están. Lo que usted traiga queda debajo, con su nombre. Quien puede leer las palabras puede leerlo y oírlo.
rendition-back = Volver a las palabras
rendition-language = ¿En qué idioma?
rendition-words_hint = Déjelo vacío si solo va a leer las palabras en voz alta.
rendition-read_aloud = Leerlas en voz alta
rendition-read_aloud_note = En el idioma que eligió arriba: las palabras tal como están, o su traducción.
rendition-add = Ponerlo junto a las palabras
rendition-way = Traducir o leer en voz alta
rendition-also = También en: { $languages }
rendition-unchecked = Todavía sin revisar
rendition-read_by = Leído en voz alta por { $name }
rendition-of_earlier = Se hizo a partir de palabras anteriores.
rendition-check = Lo revisé: dice lo que se quiere decir
rendition-take_back = Retirar esto
