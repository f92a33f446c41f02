## Las palabras de las páginas, leídas por quienes las hablan en casa

translations-title = Las palabras de estas páginas
translations-lead = Léalas junto al inglés y diga cómo lo diría usted en casa. Las sugerencias no cambian ninguna página: se juntan para quien cuida las traducciones.
translations-checked = Revisado por alguien que lo habla en casa
translations-unchecked = Todavía no lo ha revisado nadie que lo hable en casa
translations-staff_english = Las páginas solo para el personal están en inglés
translations-suggested = { $count ->
    [one] Una sugerencia
    [many] { $count } de sugerencias
   *[other] { $count } sugerencias
    }
translations-beside = { $language } junto al inglés
translations-areas = Partes de las páginas
translations-english = Inglés
translations-where = Dónde se dice
translations-missing = Aparece en inglés
translations-your_suggestion = Usted sugiere
translations-suggestion = Sugerencia
translations-take_back = Retirarla
translations-how = Sugerir con una tabla
translations-how_1 = Descargue la tabla. Se abre en una hoja de cálculo.
translations-how_2 = Escriba en la última columna cómo lo diría. Deje lo que está bien. Lo que está entre llaves, como { "{ $name }" }, representa algo: consérvelo.
translations-how_3 = Guárdela como CSV y tráigala aquí.
translations-sheet = Descargar la tabla
translations-file = La tabla
translations-keep = Guardar mis sugerencias
translations-nothing = La última columna de esta tabla está vacía.
translations-too_long = Línea { $line }, { $key }: es demasiado largo.
translations-no_such = Línea { $line }: no hay ninguna frase llamada { $key }.
translations-no_sentence = Línea { $line }, { $key }: las llaves no se cierran o dicen más de lo que pueden.
translations-lacks = Línea { $line }, { $key }: también tiene que decir { $names }.
translations-not_told = Línea { $line }, { $key }: ahí no se sabe nada de { $names }.
translations-for_keepers = Todas las sugerencias en un archivo para traductores (Fluent)
