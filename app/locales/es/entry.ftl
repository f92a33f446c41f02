## entry

entry-username = Usuario o correo
entry-password = Contraseña
entry-sign_in = Entrar
entry-sign_in_title = Entrar
entry-have_code = Tengo un código en papel
entry-families = Las familias no necesitan cuenta. Abra el enlace de su estudiante, o
entry-families_code = escriba el código de su carta
entry-forgot = ¿Olvidó su contraseña? La persona que lleva Kinfolio en la escuela puede imprimirle un código nuevo.
entry-wait = Hubo muchos intentos que no coincidieron. Pruebe otra vez en { $time }, o pida un código nuevo en la escuela.
entry-kept = Lo que escribió está aquí
entry-code_title = Entrar con su código
entry-code_lead = Su papelito tiene su usuario y un código. Escriba los dos y elija una contraseña que vaya a recordar.
entry-card_lead = Su nombre y su código ya están puestos. Elija una contraseña que vaya a recordar.
entry-code = Código
entry-code_hint = Ocho letras y números. No importan las mayúsculas ni el guion.
entry-new_password = Contraseña nueva
entry-new_password_hint = Al menos 10 letras o signos. Tres palabras que solo usted juntaría funcionan bien.
entry-password_again = La misma contraseña otra vez
entry-come_in = Entrar
entry-wrong_code = Este usuario y este código no coinciden, o el código ya se usó o es muy viejo. Pida uno nuevo en la escuela.
entry-common_password = Mucha gente usa esta contraseña, por eso aquí no abre nada. Pida un código en la escuela y elija con él otra contraseña.
entry-other_way = Tengo contraseña
entry-code_family = ¿Su código viene de una carta para la familia?
entry-code_family_do = Escríbalo aquí
entry-back_title = Ya está de vuelta. Lo que escribió sigue aquí.
entry-back_lead = Todavía no se ha enviado nada. Léalo otra vez y envíelo.
entry-back_files = Si había imágenes, agréguelas otra vez en la página.
entry-back_send = Enviarlo ahora
entry-back_not = Dejarlo
entry-look_around = Mirar como otra persona
entry-look_around_lead = Esta es una escuela de muestra. Nadie aquí es real: abra la puerta que quiera.
entry-demo_students = Estudiantes
entry-demo_families = Familias
entry-demo_advisors = Asesores y asesoras
entry-demo_leads = Dirección
entry-demo_student = estudiante, { $advisory }
entry-demo_student_alone = estudiante
entry-demo_kin = «{ $kinship }» de { $student }
entry-demo_advisor = asesor o asesora, { $advisory }
entry-demo_advisor_alone = asesor o asesora
entry-demo_lead = dirección
entry-busy = Muchas personas están entrando en este momento. Pruebe otra vez en unos segundos.
entry-seconds =
    { $count ->
        [one] { $count } segundo
        [many] { $count } de segundos
       *[other] { $count } segundos
    }
entry-minutes =
    { $count ->
        [one] { $count } minuto
        [many] { $count } de minutos
       *[other] { $count } minutos
    }
entry-instead_title = ¿Abrir este enlace?
entry-instead_lead = En este dispositivo está la sesión de { $name }. Si abre el enlace, antes se cierra aquí la sesión de { $name }.
entry-instead_open = Abrir el enlace
entry-instead_stay = Seguir como { $name }

## another

another-title = Esto se empezó como { $name }
another-lead = Ahora está aquí como { $name }. No se envió nada, y cada palabra sigue aquí.
another-as_them = Enviarlo como { $name }
another-as_them_do = Solo { $name } puede hacerlo. Después de entrar aquí, un botón lo envía.
another-is_here = { $name } está aquí otra vez: enviarlo
another-as_me = O enviarlo como { $name }
another-as_me_do = Solo si estas palabras son suyas. Aparecerán con su nombre.
another-send_as_me = Son mis palabras: enviarlas como { $name }

## called

called-title = Cómo le gusta que le llamen
called-lead = Su nombre completo aquí es { $name }. Los saludos y las frases cortas pueden usar otro.
called-label = Llámenme
called-hint = Un nombre, un apodo o los dos nombres juntos. Déjelo vacío para usar su nombre completo.

## set_up

set_up-title = Configurar su escuela
set_up-lead = Dos minutos y su escuela está aquí. Después viene lo demás: las personas y las metas de aprendizaje.
set_up-school = Su escuela
set_up-name = Nombre de la escuela
set_up-name_hint = Como aparece en una carta a casa.
set_up-languages = ¿En qué idiomas deben estar las páginas?
set_up-languages_hint = Cada persona puede cambiar entre ellos cuando quiera. Se puede escribir en cualquier idioma.
set_up-first_language = ¿Cuál va primero?
set_up-first_language_hint = Para quienes todavía no han elegido.
set_up-time_zone = Zona horaria
set_up-time_zone_hint = Para que una conferencia a las 5:40 sea a las 5:40 en su reloj.
set_up-you = Usted, de la dirección
set_up-you_hint = Usted trae a las personas y las metas de aprendizaje. No ve lo que escriben los estudiantes.
set_up-your_name = Su nombre
set_up-username_hint = Una sola palabra. Con ella va a entrar.
set_up-open = Abrir la escuela
set_up-zone_eastern = Hora del Este: Nueva York
set_up-zone_central = Hora Central: Chicago
set_up-zone_mountain = Hora de la Montaña: Denver
set_up-zone_arizona = Arizona: Phoenix
set_up-zone_pacific = Hora del Pacífico: Los Ángeles
set_up-zone_alaska = Alaska: Anchorage
set_up-zone_hawaii = Hawái: Honolulu
set_up-zone_puerto_rico = Puerto Rico
