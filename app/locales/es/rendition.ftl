## rendition

rendition-title = Traducir o leer en voz alta
rendition-lead = Las palabras de { $name } siguen en primer lugar, tal como están. Lo que usted traiga queda debajo, con su nombre. Quien puede leer las palabras puede leerlo y oírlo.
rendition-back = Volver a las palabras
rendition-language = ¿En qué idioma?
rendition-words_hint = Déjelo vacío si solo va a leer las palabras en voz alta.
rendition-draft_ask = Pedir un borrador
rendition-draft_where = El borrador lo hace una máquina. Al pulsar este botón, las palabras van a un servidor de la propia escuela, y a ningún otro lugar.
rendition-draft_here = Este borrador lo hizo una máquina. Léalo y cambie lo que no esté bien. No se guarda nada hasta que usted lo envíe.
rendition-draft_checked = El borrador de la máquina
rendition-draft_checked_hint = Sin esto, queda marcado como borrador de una máquina que nadie ha revisado todavía.
rendition-draft_put_right = Leo los dos idiomas y lo dejé bien
rendition-draft_failed = Ahora mismo no hay borrador. Lo que escribió sigue aquí. Puede probar de nuevo más tarde o escribir las palabras usted.
rendition-draft_too_long = El borrador es demasiado largo para ponerlo aquí. Lo que escribió sigue aquí.
rendition-draft_mark = Borrador de una máquina, traído por { $name }. Nadie lo ha revisado todavía.
rendition-draft_check = Leo los dos idiomas: dice lo que se quiere decir
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
