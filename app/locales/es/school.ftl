## school

school-quota = Espacio para archivos
school-sign_in = Entrar
school-sign_in_lead = Una contraseña sola se puede adivinar o ver por encima del hombro. La dirección y los asesores ven mucho; por eso su entrada puede tener un segundo paso.
school-staff_step = Personal
school-staff_step_hint = Desde la próxima vez que entren, la dirección y los asesores preparan antes de nada una aplicación de códigos en su teléfono. Quien pierde el teléfono entra con un código que usted hace.
school-staff_step_do = La dirección y los asesores necesitan un segundo paso para entrar
school-quota_lead = Imágenes, sonidos, videos y documentos que traen los estudiantes. Cuando no hay espacio, se les dicen estas cifras.
school-quota_file = El archivo más grande, en MB
school-quota_file_hint = Un video de diez minutos de un teléfono tiene unos 1,000 MB.
school-quota_student = Todos los archivos de un estudiante juntos, en MB
school-quota_student_hint = Las imágenes no cuentan: se hacen pequeñas.
school-quota_file_over_student = Un archivo no puede ser más grande que todos los archivos de un estudiante juntos.
school-converts = Archivos de otros programas
school-converts_hint = Los videos que los navegadores no reproducen y los documentos de Word, PowerPoint, Excel o LibreOffice se convierten en otros que todos pueden abrir. Se hace en este servidor, aparte de todo lo demás.
school-converts_do = Convertirlos para que todos puedan abrirlos
school-converts_no_films = Para los videos falta ffmpeg en este servidor.
school-converts_no_documents = Para los documentos falta LibreOffice en este servidor.
school-converts_nothing = Todavía no se convierte nada: en este servidor falta ffmpeg, LibreOffice o bubblewrap. Quien lo administra puede instalarlos.
school-next = El siguiente paso
school-next_people = Traiga a las personas.
school-next_people_why = Basta una tabla de su sistema escolar: estudiantes, asesores y asesoras, y familias. Verá línea por línea qué va a pasar antes de que pase.
school-next_targets = Diga qué se aprende aquí.
school-next_targets_why = Una meta de aprendizaje es una habilidad y cómo se ve cuando se domina. Los estudiantes eligen entre ellas cuando agregan un trabajo.
school-next_codes = Reparta los códigos para entrar.
school-next_codes_why =
    { $count ->
        [one] { $count } persona todavía no puede entrar. Imprima la hoja, córtela y repártala.
        [many] { $count } de personas todavía no pueden entrar. Imprima la hoja, córtela y repártala.
       *[other] { $count } personas todavía no pueden entrar. Imprima la hoja, córtela y repártala.
    }
school-next_none = Todo está listo.
school-next_none_why = Ahora es de los estudiantes, sus familias y sus asesores y asesoras. Cuando llegue alguien, importe otra vez la tabla: lo que ya está se queda como está.
school-do_codes = Hacer códigos para entrar
school-do_add_target = Agregar una meta a mano
school-do_see_people = Ver a las personas
school-about = La escuela
school-no_people = Por ahora, solo usted.
school-no_targets = Todavía ninguna.
school-advisories =
    { $count ->
        [one] { $count } asesoría
        [many] { $count } de asesorías
       *[other] { $count } asesorías
    }
school-students =
    { $count ->
        [one] { $count } estudiante
        [many] { $count } de estudiantes
       *[other] { $count } estudiantes
    }
school-advisors =
    { $count ->
        [one] { $count } asesor o asesora
        [many] { $count } de asesores y asesoras
       *[other] { $count } asesores y asesoras
    }
school-families =
    { $count ->
        [one] { $count } familiar
        [many] { $count } de familiares
       *[other] { $count } familiares
    }
school-targets_count =
    { $count ->
        [one] { $count } meta
        [many] { $count } de metas
       *[other] { $count } metas
    }
school-subjects =
    { $count ->
        [one] en { $count } materia
        [many] en { $count } de materias
       *[other] en { $count } materias
    }
school-languages = Idiomas de las páginas
school-privacy = Lo que escriben los estudiantes y las familias es suyo. Aquí no se ve.
school-definition = La definición del éxito
school-definition_note = Seis secciones, con preguntas que ayudan a empezar. Puede agregar las suyas.

## people

people-title = Personas
people-find = Buscar por nombre o usuario
people-find_do = Buscar
people-find_all = Mostrar a todas las personas
people-find_none = Aquí nadie se llama así.
people-pages = Páginas
people-empty = Todavía no hay nadie más que usted
people-empty_do = Traiga a todos con una sola tabla: estudiantes, asesores y asesoras, y familias. Verá qué va a pasar antes de que pase.
people-no_advisory = Sin asesoría todavía
people-no_advisory_do = Importe otra vez su línea con la columna «advisory» llena.
people-no_advisor = Sin asesor ni asesora todavía
people-no_students = Todavía no hay estudiantes.
people-staff = Dirección y personal
people-no_family = Aún sin familia conectada
people-role_student = estudiante
people-role_family = familia
people-role_advisor = asesor o asesora
people-role_lead = dirección
people-can_sign_in = Puede entrar
people-has_code = Tiene un código hasta el { $day }
people-cannot_sign_in = Aún sin código
people-needs_codes_title = Hay personas que todavía no pueden entrar
people-import_title = Importar personas
people-import_lead = Una tabla trae a todos. Primero verá línea por línea qué pasaría. Nada cambia hasta que usted lo diga.
people-step_file = Elegir un archivo
people-step_look = Revisarlo
people-step_done = Importar
people-steps = Importación
people-template = Descargar la plantilla
people-template_do = Empiece con la plantilla, en Excel, Google Sheets u otra hoja de cálculo. Guárdela como CSV.
people-columns = Qué significan las columnas
people-column = Columna
people-column_means = Qué se escribe
people-column_example = Ejemplo
people-needed = necesaria
people-col_role = estudiante, asesor o asesora, familia o dirección. También en inglés.
people-col_name = El nombre completo, como lo escribe la persona.
people-col_username = Una palabra o un correo para entrar. Las familias pueden dejarlo vacío: no necesitan cuenta.
people-col_advisory = El nombre del grupo. Un nombre nuevo crea una asesoría. Varias: 9A | 9B.
people-col_languages = Los idiomas que hablan, primero el preferido: es, en. O por su nombre: Español.
people-col_students = Solo para familias: los usuarios de sus estudiantes.
people-col_kinship = Solo para familias: quién es para el estudiante, en sus propias palabras.
people-rules = Es bueno saber
people-rule_systems = El nombre y los apellidos pueden estar en dos columnas. Un correo o un número de estudiante puede ocupar el lugar del nombre de usuario. También se conocen los nombres de columnas de OneRoster y otros sistemas escolares, y un título encima no molesta.
people-rule_twice = Importar dos veces la misma tabla no cambia nada la segunda vez.
people-rule_missing = Las personas que no están en la tabla se quedan como están.
people-rule_empty = Una celda vacía deja lo que ya está.
people-file = El archivo
people-file_hint = CSV, hasta 5,000 líneas. Se entienden todas las formas en que Excel lo guarda.
people-paste = O pegue aquí las líneas
people-paste_hint = Con la primera línea, que nombra las columnas. También puede copiar celdas de una hoja de cálculo.
people-look = Revisar primero
people-no_file = Elija un archivo o pegue las líneas abajo.
people-preview_title = Revise antes de importar
people-preview_lead =
    { $count ->
        [one] Hay { $count } línea. Todavía no ha cambiado nada.
        [many] Hay { $count } de líneas. Todavía no ha cambiado nada.
       *[other] Hay { $count } líneas. Todavía no ha cambiado nada.
    }
people-will_skip =
    { $count ->
        [one] { $count } línea se va a saltar
        [many] { $count } de líneas se van a saltar
       *[other] { $count } líneas se van a saltar
    }
people-will_skip_do = Puede importar las demás ahora y traer estas después, o corregir el archivo y elegirlo otra vez.
people-first_skipped = Ir a la primera
people-nothing_new = No cambiaría nada
people-nothing_new_do = Todo lo que se puede usar de esta tabla ya está aquí.
people-guessed = Mire los acentos, por favor
people-guessed_do = El archivo no dice cómo están escritas sus letras. Creemos que es: { $letters }. ¿Se ven bien estas palabras? Si no, elija otra manera de leerlas.
people-left_out = Se deja fuera: { $why }
people-note_called = Le gusta que le llamen { $called }.
people-why_shortened = «{ $number }» es un número largo que la hoja de cálculo acortó, así que perdió sus cifras. Dé a esa columna formato de texto, ponga el número completo y guarde el archivo otra vez.
people-why_own_choice = Esta persona eligió cómo quiere que la llamen. Eso se queda.
people-why_by_hand = Algo de esta persona se corrigió aquí a mano. Eso se queda.
people-why_tie_by_hand = El lazo con { $student } se decidió aquí a mano. Eso se queda.
people-why_advisory_by_hand = Si está en { $advisory } se decidió aquí a mano. Eso se queda.
people-why_left_by_hand = Alguien anotó aquí que ya no está. Si volvió, dígalo en su página.
people-record_lead = Aquí ve lo que es sobre la escuela: entradas, funciones, importaciones y quién abrió páginas de estudiantes. Aquí no hay palabras de nadie.
people-record_keep = Guardarlo
people-record_years =
    { $count ->
        [one] { $count } año
       *[other] { $count } años
    }
people-show = Mostrar
people-show_everybody = Todas las personas
people-show_students = Estudiantes
people-show_families = Familias
people-show_gone = Quienes ya no están
people-why_own_languages = Esta persona dijo qué idiomas lee. Eso se queda.
people-why_gone = El archivo dice que esta persona ya no está.
people-col_called = Cómo le gusta a la persona que le llamen. Los saludos lo usan. Si está vacío, usan el nombre completo.
people-counts = { $added } nuevas, { $changed } con cambios, { $same } iguales, { $skipped } saltadas
people-line = Línea
people-name = Nombre
people-role = Papel
people-what_happens = Qué pasa
people-no_name_given = sin nombre
people-added = Nueva
people-changed = Cambia
people-same = Igual
people-skipped = Se salta
people-apply =
    { $count ->
        [one] Importar { $count } línea
        [many] Importar { $count } de líneas
       *[other] Importar { $count } líneas
    }
people-other_file = Elegir otro archivo
people-note_joins = Entra a { $advisory }.
people-note_leaves = Sale de { $advisory }; su trabajo va con su persona.
people-note_starts = { $advisory } es una asesoría nueva.
people-note_renamed = El nombre era «{ $was }».
people-note_speaks = Los idiomas son ahora: { $languages }.
people-note_kin = «{ $words }» de { $student }.
people-note_kin_was = Antes era «{ $words }» de { $student }.
people-note_username = El usuario es ahora { $username }.
people-note_returns = Se había ido y vuelve.
people-why_too_wide = Esta línea tiene más celdas que columnas hay. ¿Hay una coma en un nombre? Entonces ponga el nombre entre comillas.
people-why_no_role = Esta línea no dice el papel. ¿Es estudiante, asesor, asesora o familia?
people-why_unknown_role = No conocemos el papel «{ $role }». Use estudiante, asesor, asesora, familia o dirección.
people-why_no_name = Esta línea no tiene nombre. ¿Quién es?
people-why_too_long = Lo que está en «{ $column }» es más largo de lo que cabe.
people-why_no_username = Los estudiantes y el personal necesitan un usuario para entrar.
people-why_spaces = El usuario «{ $username }» tiene espacios. Use una sola palabra.
people-why_language = No conocemos el idioma «{ $language }». Escriba su nombre, como español, o un código como es.
people-why_no_students = ¿De quién es familia? Escriba el usuario del estudiante en «students».
people-why_no_kinship = ¿Quién es para el estudiante? Escríbalo en «kinship» en sus propias palabras: tía, abuelo, primo mayor.
people-why_same_line = La línea { $line } tiene el mismo usuario.
people-why_other_role = Este usuario es de alguien con el papel «{ $role }». Una tabla no cambia el papel.
people-why_no_such_student = No hay estudiante con el usuario «{ $username }», ni aquí ni en esta tabla.
people-codes_title = Códigos para entrar
people-codes_lead = Un código sirve para entrar la primera vez o cuando se olvidó la contraseña. Funciona una vez, durante 30 días. Las familias no lo necesitan: entran con su propio enlace.
people-codes_once = Imprima la hoja enseguida
people-codes_once_do = No guardamos copia de los códigos: la hoja se muestra solo esta vez. Un código nuevo termina el anterior.
people-codes_all =
    { $count ->
        [one] Para { $count } persona que aún no puede entrar
        [many] Para las { $count } de personas que aún no pueden entrar
       *[other] Para las { $count } personas que aún no pueden entrar
    }
people-codes_make = Hacer la hoja
people-codes_everyone_in = Todos pueden entrar.
people-codes_choose = O elegir personas
people-codes_choose_hint = Para una contraseña olvidada o un papelito perdido. La contraseña anterior funciona hasta que se use el código.
people-codes_make_chosen = Hacer códigos para quienes elegí
people-codes_nobody = Elija al menos una persona.
people-codes_others = Personal y otras personas
people-sheet_title = Códigos para imprimir
people-sheet_lead = Imprima esta página, corte por las líneas y reparta los papelitos. Cuando salga de esta página, los códigos ya no se pueden mostrar.
people-sheet_print = Imprima con Ctrl P o desde el menú del navegador.
people-sheet_told = Quien ya podía entrar lee en su próxima página que usted hizo un código.
people-sheet_done = Ya la imprimí
people-sheet_empty = Ninguno de estos códigos funciona ya
people-sheet_empty_do = Una hoja más nueva tomó su lugar. Haga una nueva, por favor.
people-slip_username = Usuario
people-slip_code = Código
people-slip_qr = Código QR que abre la página con este código
people-slip_where = Dirección
people-slip_until = Funciona una vez, hasta el { $day }.
people-slip_used = Este código ya se usó.

## table

table-empty = No hay nada en este archivo.
table-letters = Leer las letras como
table-look_again = Mirar otra vez
table-letters_right = Las letras se ven bien
table-letters_unsure = Primero mire las letras, por favor, y diga que se ven bien.
table-letters_western = Europa occidental (Windows)
table-letters_mac = Europa occidental (Mac antiguo)
table-letters_dos = Europa occidental (MS-DOS)
table-letters_arabic = Árabe
table-letters_cyrillic = Cirílico
table-letters_simplified = Chino (simplificado)
table-letters_traditional = Chino (tradicional)
table-letters_central = Europa central
table-letters_turkish = Turco
table-letters_hebrew = Hebreo
table-letters_greek = Griego
table-letters_korean = Coreano
table-letters_japanese = Japonés
table-workbook = Esto es un libro de Excel. En Excel elija «Guardar como» y «CSV UTF-8», y elija ese archivo aquí.
table-not_text = No pudimos leerlo como tabla. Guárdelo como CSV, por favor.
table-too_big = Este archivo es muy grande. Una tabla puede tener hasta { $max } MB.
table-too_many_lines = Hay más de { $max } líneas. Divida la tabla en varios archivos, por favor.
table-no_columns = La primera línea tiene que nombrar las columnas. No encontramos: { $columns }.
table-column_twice = La columna «{ $column }» está dos veces. Deje una sola, por favor.
table-open_quote = En la línea { $line } se abren comillas que nunca se cierran. Ciérrelas y elija el archivo otra vez.
table-no_lines = La primera línea nombra las columnas, pero no sigue ninguna.

## shaping

shaping-title = Secciones y preguntas
shaping-lead = Cada definición del éxito tiene seis secciones. Cada una trae preguntas que ayudan a empezar. Aquí puede hacer las preguntas propias de su escuela, apartar las que no encajan y darle otro nombre a una sección.
shaping-optional = Cada pregunta se puede responder, saltar o cambiar por una propia.
shaping-comes_as = Kinfolio la llama «{ $name }»
shaping-count =
    { $count ->
        [one] { $count } pregunta
        [many] { $count } de preguntas
       *[other] { $count } preguntas
    }
shaping-name = Su nombre
shaping-name_lead = El nombre que usa su escuela, en todas partes donde se nombra esta sección. Donde lo deje vacío, se queda el nombre de origen.
shaping-name_save = Guardar el nombre
shaping-own = Las preguntas de su escuela
shaping-own_lead = Se hacen primero.
shaping-own_none = Todavía ninguna. ¿Qué preguntaría solo alguien de su escuela: sobre el barrio, sus historias, lo que hacen juntos?
shaping-add = Agregar una pregunta
shaping-ours = Preguntas de Kinfolio
shaping-ours_none = Todas están apartadas.
shaping-away = Apartadas
shaping-put_away = Apartar
shaping-put_away_this = Apartar: { $question }
shaping-bring_back = Traer de vuelta
shaping-bring_back_this = Traer de vuelta: { $question }
shaping-reword = Hacerla con nuestras palabras
shaping-reword_this = Hacerla con nuestras palabras: { $question }
shaping-edit = Cambiar
shaping-edit_this = Cambiar: { $question }
shaping-up = Subir: { $question }
shaping-down = Bajar: { $question }
shaping-to_student = A estudiantes
shaping-to_family = A familias
shaping-to_school = A asesores y asesoras
shaping-new_title = Una pregunta nuestra
shaping-edit_title = Cambiar una pregunta
shaping-who = Pregunte a cada quien con palabras pensadas para ellos. A quien no tenga palabras aquí no se le pregunta.
shaping-languages = Donde falte un idioma, la pregunta se lee en otro.
shaping-placeholder = Escriba { $mark } donde va el nombre del estudiante.
shaping-kept = Quienes ya la respondieron conservan la pregunta tal como se les hizo.
shaping-instead = Cuando usted guarde, la pregunta de la que viene queda apartada. Puede traerla de vuelta.
shaping-save = Guardar
shaping-cancel = Cancelar
shaping-full = Caben { $max } preguntas propias en una sección. Aparte una primero.

## template

template-conferences = Conferencias
template-home_note = Planes con los que los estudiantes pueden empezar y lo que miran antes del día.
template-title = Planes para empezar
template-lead = Un estudiante puede empezar con uno de estos y después cambiarlo todo. Son un comienzo, nunca un formulario.
template-none = Su escuela todavía no tiene planes propios. Los estudiantes empiezan con una propuesta, con la guía o en blanco.
template-add = Agregar un plan
template-change = Cambiar un plan
template-put_away = Apartados
template-away = Apartar
template-bring_back = Traer de vuelta
template-name = Nombre del plan
template-name_hint = Lo que un estudiante buscaría: «Círculo de la cosecha».
template-rows = Un momento sin nombre no cuenta.
template-moment = Momento { $n }
school-year = Este año escolar
school-year_in = { $count ->
    [0] Todavía no entra nadie de { $all } estudiantes.
    [one] { $count } de { $all } estudiantes ya entró.
    [many] { $count } de { $all } estudiantes ya entraron.
   *[other] { $count } de { $all } estudiantes ya entraron.
    }
school-year_definitions = { $count ->
    [0] Todavía nadie de { $all } estudiantes empezó una definición del éxito.
    [one] { $count } de { $all } estudiantes empezó una definición del éxito.
    [many] { $count } de { $all } estudiantes empezaron una definición del éxito.
   *[other] { $count } de { $all } estudiantes empezaron una definición del éxito.
    }
school-year_held = { $count ->
    [0] Todavía ninguna conferencia.
    [one] Una conferencia hasta ahora.
    [many] { $count } de conferencias hasta ahora.
   *[other] { $count } conferencias hasta ahora.
}
school-year_ahead = { $count ->
    [0] Ninguna está planeada.
    [one] Una está planeada.
    [many] { $count } están planeadas.
   *[other] { $count } están planeadas.
}
school-year_families = { $count ->
    [0] Cada familia tiene un enlace que abre.
    [one] Una familia no tiene un enlace que abra.
    [many] { $count } de familias no tienen un enlace que abra.
   *[other] { $count } familias no tienen un enlace que abra.
}
school-next_worry = Una preocupación por un niño o una niña espera a que la lea.
school-next_worry_why = Alguien leyó unas palabras y se preocupa por ellas. Solo lo saben las personas que la escuela eligió.
school-next_families = Abra la puerta a cada familia.
school-next_families_why = { $count ->
    [one] La familia de un estudiante no tiene un enlace que abra.
    [many] Las familias de { $count } de estudiantes no tienen un enlace que abra.
   *[other] Las familias de { $count } estudiantes no tienen un enlace que abra.
} Los enlaces los hacen asesores y estudiantes: pida a los asesores que entreguen las cartas.

## worries

worries-title = Preocupaciones por un niño o una niña
worries-lead = Solo lo leen las personas que la escuela eligió. Cada vez que alguien abre una, queda anotado.
worries-none = No hay nada guardado.
worries-released = Liberadas
worries-waits = Desde entonces no la ha abierto.
worries-about = Una preocupación por { $name }
worries-said = La dijo { $name }, { $day }
worries-asked_by = { $name } pide liberarla.
worries-words = Las palabras como estaban entonces
worries-words_note = Puede que después se hayan cambiado o retirado. A nadie se le dijo que se guardan aquí.
worries-had_sound = Había una grabación. No se guarda aquí.
worries-had_photo = Había una foto. No se guarda aquí.
worries-notes = Lo que se hizo
worries-note = ¿Qué se ha hecho desde entonces?
worries-note_hint = Con quién se habló, qué se acordó, qué sigue. Lo leen todas las personas que reciben preocupaciones.
worries-note_save = Anotarlo
worries-no_note = Mientras tanto se liberó: ya no se anota nada.
worries-openings = Quién la abrió
worries-release_go = Liberarla
worries-release_title = Liberar lo guardado
worries-release_erases = Cuando dos personas hayan dicho que sí, se borran la copia de las palabras, el motivo y todas las notas. Queda que hubo una preocupación, quién la dijo y cuándo, quién la abrió y quién la liberó. El segundo sí no se puede deshacer.
worries-release_ask_note = Puede pedirlo. Después tiene que estar de acuerdo otra de las personas que reciben preocupaciones.
worries-release_ask = Pedir que se libere
worries-release_waits = Usted lo pidió. Tiene que estar de acuerdo otra de las personas que reciben preocupaciones.
worries-release_withdraw = Retirar mi petición
worries-release_agree_note = { $name } pide liberarla. Si está de acuerdo, se borra ahora.
worries-release_agree = De acuerdo, borrarlo
worries-release_hold = Seguir guardándolo
worries-released_by = { $name } lo pidió, { $other } estuvo de acuerdo, { $day }. Lo guardado está borrado.
worries-name_title = Quién recibe preocupaciones
worries-name_title_lead = Cuando alguien lee unas palabras y por ellas se preocupa por un niño o una niña, lo saben estas personas y nadie más. Se guarda para ellas una copia de las palabras, también si se retiran.
worries-name_who = ¿Quién?
worries-name_hint = Elija al menos dos: hacen falta dos para liberar lo guardado. Hasta entonces lo recibe quien dirige la escuela. Leen también lo que ya está guardado. Nadie recibe una preocupación por sus propias palabras.
worries-name_two = Elija al menos dos personas, o ninguna.
worries-name_lead = dirige la escuela
worries-done_noted = Está anotado.
worries-done_asked = Pidió liberarla. Otra persona tiene que estar de acuerdo.
worries-done_held = Se sigue guardando.
worries-done_released = Está liberada. Lo guardado está borrado.
worries-done_named = Estas personas reciben ahora las preocupaciones.
