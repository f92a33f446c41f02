time-title = Horarios
time-lead = Las familias eligen entre estos en su propia página. Aquí ve quién viene y cuándo.
time-offer = Ofrecer horarios
time-offer_lead = Un horario o toda una tarde. Antes de que alguien pueda elegir, ve cómo quedará.
time-offered_none = No hay horarios ofrecidos
time-offered_none_do = Ofrezca una tarde, y cada familia la encuentra detrás de su propio enlace.
time-free = libre
time-take_back = Retirar
time-day_plan = Plan de este día, para imprimir
time-waiting = Todavía no han elegido
time-waiting_do = Nadie tiene que hacerlo por su cuenta: cuando alguien le diga un horario por teléfono o en papel, anótelo aquí.
time-enter = Anotar un horario
time-feed = En mi propio calendario
time-feed_do = Una dirección que la aplicación de su calendario lee por sí sola. Muestra cuándo, dónde y cómo se llama aquí a los estudiantes.
time-feed_make = Crear la dirección
time-feed_once = Copie ahora esta dirección en su calendario. Se muestra una sola vez.
time-feed_only = Quien la tiene ve sus horarios y cómo se llama aquí a los estudiantes, y nada más. Si crea una nueva, esta termina.
time-with_name = con { $name }
time-interpreter_there = intérprete: { $language }
time-needs = pide intérprete: { $language }
time-comes = Viene { $name }
time-in_person = en persona
time-video = videollamada
time-phone = llamada
time-home_visit = visita en casa
time-day = Día
time-from = Desde
time-until = Hasta
time-minutes = Minutos para cada uno
time-minutes_hint = Con intérprete, dé la mitad más.
time-pause = Minutos entre dos
time-place = Dónde
time-place_hint = Un salón, un rincón, un enlace que enviará.
time-ways = Cómo puede ser
time-interpreter = Intérprete
time-interpreter_hint = Si habrá alguien en estos horarios.
time-interpreter_none = Nadie en estos horarios
time-rest_from = Descanso desde
time-rest_until = Descanso hasta
time-look = Ver cómo quedará
time-preview =
    { $count ->
        [one] { $count } horario
        [many] { $count } de horarios
       *[other] { $count } horarios
    }
time-offer_these = Ofrecer estos
time-series_empty = Aquí no cabe ni un solo horario.
time-series_too_many = Serían más de { $max } horarios. Ofrézcalos en dos partes.
time-series_past = Una parte de esto ya pasó.
time-choose_title = Elegir un horario
time-choose_lead = ¿Cuándo le gustaría venir a la conferencia de { $name }? Toque un horario.
time-move_lead = ¿Le conviene más otro? Tóquelo.
time-none = Ahora no hay horarios para elegir
time-none_do = El asesor o la asesora ofrece más o busca uno con usted. Siempre puede llamar a la escuela.
time-yours = Ya tiene un horario
time-move_way = Cambiarlo
time-change = Cambiar la forma o la nota
time-to_calendar = Ponerlo en mi calendario
time-give_back = Devolverlo
time-beside = Junto al horario de { $name }
time-beside_when = El de { $name } es el { $at }.
time-beside_none = Ninguno de los libres está justo antes o después.
time-confirm_title = ¿Es este?
time-confirm_for = Para la conferencia de { $name }.
time-chosen_by = { $name } ya eligió un horario
time-others_told = Puede cambiarlo o devolverlo. { $name } lee aquí que fue usted.
time-others_chose = { $name } ya eligió un horario para { $student }. Si toma este, { $student } tiene este en su lugar, quien viene es usted y se borra lo que { $name } anotó. { $name } lee aquí que fue usted.
time-with_others = Con otra persona de la escuela
time-nearest = Estos son los libres más cercanos
time-how = ¿Cómo le gustaría que nos encontremos?
time-needs_label = ¿Quiere un intérprete?
time-needs_hint = La escuela lo busca. Nunca es tarea de su hija o hijo.
time-needs_open = Elijan solo si quieren uno
time-note = Algo que debamos saber
time-note_hint = Quién más viene, un escalón difícil, un horario mejor.
time-take = Tomar este horario
time-who_comes = ¿Quién viene?
time-taken = Alguien eligió este horario un momento antes. Aquí están los más cercanos; lo que escribió sigue aquí.
time-elsewhere = A esa hora usted ya está en la conferencia de { $name }. Aquí están los libres más cercanos; lo que escribió sigue aquí.
time-ask = ¿Cuándo le gustaría venir?
time-ask_do = Hay horarios para elegir. Toma un minuto.
time-longer = un horario más largo
time-free_times = Horarios libres
time-others = Otros horarios
time-interpreter_later = Ningún horario libre tiene intérprete todavía. Elija cualquier otro, y la escuela busca a alguien.
time-needs_show = Ver los que convienen
time-right_after = justo después del de { $name }
time-right_before = justo antes del de { $name }
time-siblings = También viene por
time-siblings_do = Primero le mostramos los horarios que quedan junto a este.
time-sibling_way = Elegir para { $name }
time-stale = Alguien de su familia eligió mientras tanto. Mire los dos y quédese con el que corresponda.
time-meanwhile = Elegido mientras tanto
time-enter_title = Un horario para { $name }
time-enter_lead = Anote lo que le dijo la familia. En su página verán que usted lo anotó.
time-theirs = La familia tiene un horario
time-said_by = dicho por { $name }, anotado por { $by }
time-choice_way = Mover o retirar
time-choice_title = La familia de { $name } tiene este horario
time-choice_move = Otro horario
time-choice_move_do = Hable con la familia y elija otro en su nombre. La conferencia se mueve también.
time-choice_move_way = Ver los horarios libres
time-they_cannot = La familia no puede venir
time-they_cannot_do = Se lo dijeron a usted. El horario vuelve a quedar libre.
time-they_cannot_way = Devolverlo en su nombre
time-i_cannot = Yo no puedo estar
time-i_cannot_do = El horario se retira. La familia lee sus palabras en su página antes de volver a elegir.
time-tell = ¿Qué les dice?
time-tell_hint = Qué pasó y qué propone. Escriba en un idioma que lean.
time-tell_way = Avisarles y retirarlo
time-lost = Su horario ya no vale
time-lost_given = { $name } devolvió el horario del { $at }.
time-from_calendar = Quitarlo de mi calendario
time-plan_it = Planear mi conferencia
time-until_hint = Déjelo vacío para un solo horario.
time-rooms = Salones en paralelo
time-rooms_do = Los mismos horarios en otros salones, cada uno a cargo de otra persona.
time-room = Salón { $number }
time-room_host = Quién lo atiende
time-host_missing = Diga quién los atiende. Nadie puede estar en dos salones.
time-room_missing = Diga dónde es.
time-look_again = Esto cambió desde que lo vio. Véalo otra vez y luego ofrézcalo.
time-rest = Un descanso en medio
time-held_by = { $name } ya atiende el del { $at }.
time-host_hint = Solo si no es usted.
time-feed_family = Una dirección que su aplicación de calendario lee por sí sola. Muestra los horarios que usted eligió para las conferencias y cómo se llama aquí a los estudiantes.
time-feed_note = Los horarios que elija, en su propio calendario
time-feed_anew = Crear una dirección nueva
time-feed_there = Tiene una dirección desde el { $day }. Al crear otra, esta termina.
time-feed_end = Terminar la dirección
time-mail_summary = Conferencia en { $school }
time-mail_subject = Su horario en { $school }
time-mail_subject_off = Su horario en { $school } se canceló
time-mail = 
    Hola, { $name }:
    este es su horario en { $school }: { $day }
    El archivo de este correo lo pone en su calendario. Si el horario cambió, el anterior se quita.
    Todo está en su propia página: { $address }
    Recibe este correo porque lo pidió. Para no recibir más: { $stop }
time-mail_off = 
    Hola, { $name }:
    se canceló el horario que tenía en { $school }: { $day }
    El archivo de este correo lo quita de su calendario.
    Todo está en su propia página: { $address }
    Recibe este correo porque lo pidió. Para no recibir más: { $stop }
