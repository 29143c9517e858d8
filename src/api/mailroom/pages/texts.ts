import type { BuiltinLocale } from "../../../core/templates/contexts"
import type { Done } from "./change-preferences"

export type PageTexts = {
  leaveTitle: string
  preferencesTitle: string
  forAddress: string
  leaveTopic: string
  leaveAll: string
  leaveAllTitle: string
  receiptsGoOn: string
  alreadyLeft: string
  testMail: string
  undo: string
  yourChoices: string
  topics: string
  pending: string
  tracking: string
  trackingExplained: string
  trackingYes: string
  trackingNo: string
  language: string
  languages: Record<BuiltinLocale, string>
  save: string
  pauseTitle: string
  pause: string
  pausedUntil: string
  resume: string
  done: Record<Done, string>
  confirmTitle: string
  confirmAsk: string
  confirmTracking: string
  confirmButton: string
  confirmed: string
  confirmExpired: string
  confirmUnknown: string
  viewGoneTitle: string
  viewGone: string
  archiveEmpty: string
  archiveOlder: string
  archiveNoSubject: string
  cartTitle: string
  cartButton: string
  cartGoneTitle: string
  cartGone: string
  toShop: string
  quantity: string
  noticeAsk: string
  noticeButton: string
  noticeSeen: string
  pollOne: string
  pollSeveral: string
  pollAs: string
  pollBefore: string
  pollButton: string
  pollChange: string
  pollThanks: string
  pollYours: string
  pollResult: string
  pollPeople: string
  pollNothing: string
  pollTooMany: string
  pollNotOffered: string
  pollClosed: string
  pollGoneTitle: string
  pollGone: string
  pollNotCounted: string
}

/** Puts values into a text: `{address}` becomes the value of that name. The page escapes the whole. */
export function fill(text: string, values: Record<string, string>): string {
  return text.replace(/\{(\w+)\}/g, (all, name: string) => values[name] ?? all)
}

const languages = { en: "English", de: "Deutsch", fr: "Français", es: "Español", it: "Italiano" }

export const pageTexts: Record<BuiltinLocale, PageTexts> = {
  en: {
    leaveTitle: "Unsubscribe",
    preferencesTitle: "Your e-mail preferences",
    forAddress: "For {address}",
    leaveTopic: "Unsubscribe from “{topic}”",
    leaveAll: "Unsubscribe from all marketing e-mails",
    leaveAllTitle: "No more marketing",
    receiptsGoOn: "Messages about your orders still reach you.",
    alreadyLeft: "You are already unsubscribed.",
    testMail: "This mail was a test. You see the page as its readers do; what you press here changes nothing.",
    undo: "Undo",
    yourChoices: "Or choose what you get",
    topics: "Topics",
    pending: "(waiting for your confirmation)",
    tracking: "Measuring opens and clicks",
    trackingExplained:
      "May we see whether you open our e-mails and which links you use? It helps us to write better ones. It also holds for e-mails already sent.",
    trackingYes: "Yes, that is fine",
    trackingNo: "No, please do not",
    language: "Language",
    languages,
    save: "Save",
    pauseTitle: "Need a break?",
    pause: "Pause for 30 days",
    pausedUntil: "You get no marketing e-mails until {date}.",
    resume: "End the pause",
    done: {
      left: "You are unsubscribed. It took effect at once.",
      left_all: "You are unsubscribed from all marketing e-mails. It took effect at once.",
      undone: "Everything is as it was before.",
      paused: "Paused. You will hear from us in 30 days.",
      resumed: "The pause is over.",
      saved: "Saved.",
    },
    confirmTitle: "Confirm your subscription",
    confirmAsk: "Please confirm that {address} wants to receive:",
    confirmTracking:
      "You also agreed that we may see whether you open our e-mails and which links you use. You can withdraw that at any time.",
    confirmButton: "Yes, subscribe me",
    confirmed: "Thank you, you are subscribed. Each e-mail has a link to leave.",
    confirmExpired: "This link is older than seven days. Please sign up once more.",
    confirmUnknown: "This link is not valid.",
    viewGoneTitle: "No longer available",
    viewGone: "This e-mail can no longer be shown here.",
    archiveEmpty: "Nothing has been sent yet.",
    archiveOlder: "Older ones",
    archiveNoSubject: "Newsletter",
    cartTitle: "Your cart",
    cartButton: "Continue to checkout",
    cartGoneTitle: "This cart is gone",
    cartGone: "It was bought, emptied or is too old.",
    toShop: "To the shop",
    quantity: "Quantity",
    noticeAsk: "Have you seen this notice, and do you take care of it?",
    noticeButton: "Yes, seen",
    noticeSeen: "Thank you. The shop knows that you have seen it.",
    pollOne: "Please choose one answer.",
    pollSeveral: "You can choose up to {count} answers.",
    pollAs: "You answer as {address}. Until the poll closes you can change your answer; the last one counts.",
    pollBefore: "Your answer so far: {answers}",
    pollButton: "Send my answer",
    pollChange: "Change my answer",
    pollThanks: "Thank you, your answer has been counted.",
    pollYours: "Your answer: {answers}",
    pollResult: "What everybody says",
    pollPeople: "Answers so far: {count}",
    pollNothing: "Please choose an answer first.",
    pollTooMany: "That is too many: choose at most {count}.",
    pollNotOffered: "This answer is no longer offered. Please choose another one.",
    pollClosed: "This poll is closed. It takes no more answers.",
    pollGoneTitle: "This poll is gone",
    pollGone: "The poll that this link leads to is no longer there.",
    pollNotCounted: "Your data was deleted at your request, so this answer is not counted.",
  },
  de: {
    leaveTitle: "Abmelden",
    preferencesTitle: "Ihre E-Mail-Einstellungen",
    forAddress: "Für {address}",
    leaveTopic: "Von „{topic}“ abmelden",
    leaveAll: "Von allen Werbe-E-Mails abmelden",
    leaveAllTitle: "Keine Werbung mehr",
    receiptsGoOn: "Nachrichten zu Ihren Bestellungen erhalten Sie weiterhin.",
    alreadyLeft: "Sie sind bereits abgemeldet.",
    testMail: "Diese E-Mail war ein Test. Sie sehen die Seite wie Ihre Leser; was Sie hier drücken, ändert nichts.",
    undo: "Rückgängig machen",
    yourChoices: "Oder wählen Sie, was Sie erhalten",
    topics: "Themen",
    pending: "(wartet auf Ihre Bestätigung)",
    tracking: "Messung von Öffnungen und Klicks",
    trackingExplained:
      "Dürfen wir sehen, ob Sie unsere E-Mails öffnen und welche Links Sie nutzen? Das hilft uns, bessere zu schreiben. Ihre Wahl gilt auch für bereits versandte E-Mails.",
    trackingYes: "Ja, das ist in Ordnung",
    trackingNo: "Nein, bitte nicht",
    language: "Sprache",
    languages,
    save: "Speichern",
    pauseTitle: "Lieber eine Pause?",
    pause: "30 Tage pausieren",
    pausedUntil: "Bis {date} erhalten Sie keine Werbe-E-Mails.",
    resume: "Pause beenden",
    done: {
      left: "Sie sind abgemeldet. Das gilt ab sofort.",
      left_all: "Sie sind von allen Werbe-E-Mails abgemeldet. Das gilt ab sofort.",
      undone: "Alles ist wieder wie zuvor.",
      paused: "Pausiert. In 30 Tagen hören Sie wieder von uns.",
      resumed: "Die Pause ist beendet.",
      saved: "Gespeichert.",
    },
    confirmTitle: "Anmeldung bestätigen",
    confirmAsk: "Bitte bestätigen Sie, dass {address} Folgendes erhalten möchte:",
    confirmTracking:
      "Sie haben außerdem zugestimmt, dass wir sehen dürfen, ob Sie unsere E-Mails öffnen und welche Links Sie nutzen. Das können Sie jederzeit widerrufen.",
    confirmButton: "Ja, ich möchte mich anmelden",
    confirmed: "Danke, Sie sind angemeldet. Jede E-Mail enthält einen Link zum Abmelden.",
    confirmExpired: "Dieser Link ist älter als sieben Tage. Bitte melden Sie sich noch einmal an.",
    confirmUnknown: "Dieser Link ist ungültig.",
    viewGoneTitle: "Nicht mehr verfügbar",
    viewGone: "Diese E-Mail kann hier nicht mehr angezeigt werden.",
    archiveEmpty: "Bisher wurde nichts gesendet.",
    archiveOlder: "Ältere",
    archiveNoSubject: "Newsletter",
    cartTitle: "Ihr Warenkorb",
    cartButton: "Weiter zur Kasse",
    cartGoneTitle: "Diesen Warenkorb gibt es nicht mehr",
    cartGone: "Er wurde gekauft, geleert oder ist zu alt.",
    toShop: "Zum Shop",
    quantity: "Menge",
    noticeAsk: "Haben Sie diese Nachricht gesehen, und kümmern Sie sich darum?",
    noticeButton: "Ja, gesehen",
    noticeSeen: "Danke. Der Shop weiß, dass Sie sie gesehen haben.",
    pollOne: "Bitte wählen Sie eine Antwort.",
    pollSeveral: "Sie können bis zu {count} Antworten wählen.",
    pollAs: "Sie antworten als {address}. Bis die Umfrage endet, können Sie Ihre Antwort ändern; die letzte zählt.",
    pollBefore: "Ihre Antwort bisher: {answers}",
    pollButton: "Antwort abschicken",
    pollChange: "Meine Antwort ändern",
    pollThanks: "Vielen Dank, Ihre Antwort wurde gezählt.",
    pollYours: "Ihre Antwort: {answers}",
    pollResult: "Das sagen alle",
    pollPeople: "Antworten bisher: {count}",
    pollNothing: "Bitte wählen Sie zuerst eine Antwort.",
    pollTooMany: "Das sind zu viele: Wählen Sie höchstens {count}.",
    pollNotOffered: "Diese Antwort gibt es nicht mehr. Bitte wählen Sie eine andere.",
    pollClosed: "Diese Umfrage ist beendet. Sie nimmt keine Antworten mehr an.",
    pollGoneTitle: "Diese Umfrage gibt es nicht mehr",
    pollGone: "Die Umfrage, zu der dieser Link führt, gibt es nicht mehr.",
    pollNotCounted: "Ihre Daten wurden auf Ihren Wunsch gelöscht, deshalb wird diese Antwort nicht gezählt.",
  },
  fr: {
    leaveTitle: "Se désabonner",
    preferencesTitle: "Vos préférences d’e-mail",
    forAddress: "Pour {address}",
    leaveTopic: "Se désabonner de « {topic} »",
    leaveAll: "Se désabonner de tous les e-mails publicitaires",
    leaveAllTitle: "Plus de publicité",
    receiptsGoOn: "Les messages concernant vos commandes continuent de vous parvenir.",
    alreadyLeft: "Vous êtes déjà désabonné(e).",
    testMail:
      "Cet e-mail était un test. Vous voyez la page comme vos lecteurs ; ce que vous choisissez ici ne change rien.",
    undo: "Annuler",
    yourChoices: "Ou choisissez ce que vous recevez",
    topics: "Thèmes",
    pending: "(en attente de votre confirmation)",
    tracking: "Mesure des ouvertures et des clics",
    trackingExplained:
      "Pouvons-nous voir si vous ouvrez nos e-mails et quels liens vous utilisez ? Cela nous aide à mieux les rédiger. Votre choix vaut aussi pour les e-mails déjà envoyés.",
    trackingYes: "Oui, d’accord",
    trackingNo: "Non, merci",
    language: "Langue",
    languages,
    save: "Enregistrer",
    pauseTitle: "Besoin d’une pause ?",
    pause: "Faire une pause de 30 jours",
    pausedUntil: "Vous ne recevez aucun e-mail publicitaire jusqu’au {date}.",
    resume: "Terminer la pause",
    done: {
      left: "Vous êtes désabonné(e), avec effet immédiat.",
      left_all: "Vous êtes désabonné(e) de tous les e-mails publicitaires, avec effet immédiat.",
      undone: "Tout est de nouveau comme avant.",
      paused: "En pause. Nous vous écrirons de nouveau dans 30 jours.",
      resumed: "La pause est terminée.",
      saved: "Enregistré.",
    },
    confirmTitle: "Confirmez votre abonnement",
    confirmAsk: "Veuillez confirmer que {address} souhaite recevoir :",
    confirmTracking:
      "Vous avez aussi accepté que nous voyions si vous ouvrez nos e-mails et quels liens vous utilisez. Vous pouvez retirer cet accord à tout moment.",
    confirmButton: "Oui, je m’abonne",
    confirmed: "Merci, vous êtes abonné(e). Chaque e-mail contient un lien de désabonnement.",
    confirmExpired: "Ce lien a plus de sept jours. Veuillez vous inscrire à nouveau.",
    confirmUnknown: "Ce lien n’est pas valable.",
    viewGoneTitle: "Plus disponible",
    viewGone: "Cet e-mail ne peut plus être affiché ici.",
    archiveEmpty: "Rien n’a encore été envoyé.",
    archiveOlder: "Plus anciens",
    archiveNoSubject: "Newsletter",
    cartTitle: "Votre panier",
    cartButton: "Passer à la caisse",
    cartGoneTitle: "Ce panier n’existe plus",
    cartGone: "Il a été commandé, vidé ou est trop ancien.",
    toShop: "Vers la boutique",
    quantity: "Quantité",
    noticeAsk: "Avez-vous vu ce message, et vous en occupez-vous ?",
    noticeButton: "Oui, vu",
    noticeSeen: "Merci. La boutique sait que vous l’avez vu.",
    pollOne: "Veuillez choisir une réponse.",
    pollSeveral: "Vous pouvez choisir jusqu’à {count} réponses.",
    pollAs:
      "Vous répondez en tant que {address}. Jusqu’à la fin du sondage, vous pouvez modifier votre réponse ; la dernière compte.",
    pollBefore: "Votre réponse jusqu’ici : {answers}",
    pollButton: "Envoyer ma réponse",
    pollChange: "Modifier ma réponse",
    pollThanks: "Merci, votre réponse a été prise en compte.",
    pollYours: "Votre réponse : {answers}",
    pollResult: "Ce que tout le monde répond",
    pollPeople: "Réponses jusqu’ici : {count}",
    pollNothing: "Veuillez d’abord choisir une réponse.",
    pollTooMany: "C’est trop : choisissez-en {count} au plus.",
    pollNotOffered: "Cette réponse n’est plus proposée. Veuillez en choisir une autre.",
    pollClosed: "Ce sondage est terminé. Il n’accepte plus de réponses.",
    pollGoneTitle: "Ce sondage n’existe plus",
    pollGone: "Le sondage auquel mène ce lien n’existe plus.",
    pollNotCounted: "Vos données ont été supprimées à votre demande : cette réponse n’est donc pas prise en compte.",
  },
  es: {
    leaveTitle: "Darse de baja",
    preferencesTitle: "Sus preferencias de correo",
    forAddress: "Para {address}",
    leaveTopic: "Darse de baja de «{topic}»",
    leaveAll: "Darse de baja de todos los correos publicitarios",
    leaveAllTitle: "Sin más publicidad",
    receiptsGoOn: "Seguirá recibiendo los mensajes sobre sus pedidos.",
    alreadyLeft: "Ya está dado de baja.",
    testMail: "Este correo era una prueba. Ves la página como tus lectores; lo que pulses aquí no cambia nada.",
    undo: "Deshacer",
    yourChoices: "O elija lo que recibe",
    topics: "Temas",
    pending: "(pendiente de su confirmación)",
    tracking: "Medición de aperturas y clics",
    trackingExplained:
      "¿Podemos ver si abre nuestros correos y qué enlaces usa? Nos ayuda a escribirlos mejor. Su elección vale también para los correos ya enviados.",
    trackingYes: "Sí, de acuerdo",
    trackingNo: "No, por favor",
    language: "Idioma",
    languages,
    save: "Guardar",
    pauseTitle: "¿Necesita una pausa?",
    pause: "Pausar 30 días",
    pausedUntil: "No recibirá correos publicitarios hasta el {date}.",
    resume: "Terminar la pausa",
    done: {
      left: "Se ha dado de baja con efecto inmediato.",
      left_all: "Se ha dado de baja de todos los correos publicitarios con efecto inmediato.",
      undone: "Todo está como antes.",
      paused: "En pausa. Le escribiremos de nuevo en 30 días.",
      resumed: "La pausa ha terminado.",
      saved: "Guardado.",
    },
    confirmTitle: "Confirme su suscripción",
    confirmAsk: "Confirme que {address} desea recibir:",
    confirmTracking:
      "También aceptó que veamos si abre nuestros correos y qué enlaces usa. Puede retirarlo en cualquier momento.",
    confirmButton: "Sí, suscribirme",
    confirmed: "Gracias, ya está suscrito. Cada correo incluye un enlace para darse de baja.",
    confirmExpired: "Este enlace tiene más de siete días. Suscríbase de nuevo.",
    confirmUnknown: "Este enlace no es válido.",
    viewGoneTitle: "Ya no disponible",
    viewGone: "Este correo ya no se puede mostrar aquí.",
    archiveEmpty: "Todavía no se ha enviado nada.",
    archiveOlder: "Anteriores",
    archiveNoSubject: "Boletín",
    cartTitle: "Su carrito",
    cartButton: "Ir a la caja",
    cartGoneTitle: "Este carrito ya no existe",
    cartGone: "Se compró, se vació o es demasiado antiguo.",
    toShop: "A la tienda",
    quantity: "Cantidad",
    noticeAsk: "¿Has visto este aviso y te ocupas de él?",
    noticeButton: "Sí, visto",
    noticeSeen: "Gracias. La tienda sabe que lo has visto.",
    pollOne: "Elige una respuesta.",
    pollSeveral: "Puedes elegir hasta {count} respuestas.",
    pollAs: "Respondes como {address}. Hasta que termine la encuesta puedes cambiar tu respuesta; cuenta la última.",
    pollBefore: "Tu respuesta hasta ahora: {answers}",
    pollButton: "Enviar mi respuesta",
    pollChange: "Cambiar mi respuesta",
    pollThanks: "Gracias, tu respuesta se ha contado.",
    pollYours: "Tu respuesta: {answers}",
    pollResult: "Lo que dicen todos",
    pollPeople: "Respuestas hasta ahora: {count}",
    pollNothing: "Elige primero una respuesta.",
    pollTooMany: "Son demasiadas: elige {count} como máximo.",
    pollNotOffered: "Esta respuesta ya no se ofrece. Elige otra.",
    pollClosed: "Esta encuesta ha terminado. Ya no acepta respuestas.",
    pollGoneTitle: "Esta encuesta ya no existe",
    pollGone: "La encuesta a la que lleva este enlace ya no existe.",
    pollNotCounted: "Tus datos se borraron a petición tuya, por eso esta respuesta no se cuenta.",
  },
  it: {
    leaveTitle: "Annulla l’iscrizione",
    preferencesTitle: "Le sue preferenze e-mail",
    forAddress: "Per {address}",
    leaveTopic: "Annulla l’iscrizione a “{topic}”",
    leaveAll: "Annulla l’iscrizione a tutte le e-mail pubblicitarie",
    leaveAllTitle: "Niente più pubblicità",
    receiptsGoOn: "I messaggi sui suoi ordini continueranno ad arrivare.",
    alreadyLeft: "L’iscrizione è già annullata.",
    testMail: "Questa e-mail era una prova. Vedi la pagina come i tuoi lettori; ciò che premi qui non cambia nulla.",
    undo: "Ripristina",
    yourChoices: "Oppure scelga che cosa ricevere",
    topics: "Argomenti",
    pending: "(in attesa della sua conferma)",
    tracking: "Misurazione di aperture e clic",
    trackingExplained:
      "Possiamo vedere se apre le nostre e-mail e quali link usa? Ci aiuta a scriverle meglio. La sua scelta vale anche per le e-mail già inviate.",
    trackingYes: "Sì, va bene",
    trackingNo: "No, per favore",
    language: "Lingua",
    languages,
    save: "Salva",
    pauseTitle: "Serve una pausa?",
    pause: "Pausa di 30 giorni",
    pausedUntil: "Non riceverà e-mail pubblicitarie fino al {date}.",
    resume: "Termina la pausa",
    done: {
      left: "L’iscrizione è annullata con effetto immediato.",
      left_all: "L’iscrizione a tutte le e-mail pubblicitarie è annullata con effetto immediato.",
      undone: "Tutto è come prima.",
      paused: "In pausa. Le scriveremo di nuovo tra 30 giorni.",
      resumed: "La pausa è terminata.",
      saved: "Salvato.",
    },
    confirmTitle: "Confermi l’iscrizione",
    confirmAsk: "Confermi che {address} desidera ricevere:",
    confirmTracking:
      "Ha inoltre accettato che vediamo se apre le nostre e-mail e quali link usa. Può revocarlo in qualsiasi momento.",
    confirmButton: "Sì, mi iscrivo",
    confirmed: "Grazie, l’iscrizione è confermata. Ogni e-mail contiene un link per annullarla.",
    confirmExpired: "Questo link ha più di sette giorni. Si iscriva di nuovo.",
    confirmUnknown: "Questo link non è valido.",
    viewGoneTitle: "Non più disponibile",
    viewGone: "Questa e-mail non può più essere mostrata qui.",
    archiveEmpty: "Non è stato ancora inviato nulla.",
    archiveOlder: "Precedenti",
    archiveNoSubject: "Newsletter",
    cartTitle: "Il suo carrello",
    cartButton: "Vai alla cassa",
    cartGoneTitle: "Questo carrello non esiste più",
    cartGone: "È stato acquistato, svuotato o è troppo vecchio.",
    toShop: "Al negozio",
    quantity: "Quantità",
    noticeAsk: "Ha visto questo avviso e se ne occupa?",
    noticeButton: "Sì, visto",
    noticeSeen: "Grazie. Il negozio sa che lo ha visto.",
    pollOne: "Scegli una risposta.",
    pollSeveral: "Puoi scegliere fino a {count} risposte.",
    pollAs: "Rispondi come {address}. Finché il sondaggio è aperto puoi cambiare la tua risposta; conta l’ultima.",
    pollBefore: "La tua risposta finora: {answers}",
    pollButton: "Invia la mia risposta",
    pollChange: "Cambia la mia risposta",
    pollThanks: "Grazie, la tua risposta è stata contata.",
    pollYours: "La tua risposta: {answers}",
    pollResult: "Che cosa dicono tutti",
    pollPeople: "Risposte finora: {count}",
    pollNothing: "Scegli prima una risposta.",
    pollTooMany: "Sono troppe: scegline al massimo {count}.",
    pollNotOffered: "Questa risposta non è più disponibile. Scegline un’altra.",
    pollClosed: "Questo sondaggio è chiuso. Non accetta più risposte.",
    pollGoneTitle: "Questo sondaggio non c’è più",
    pollGone: "Il sondaggio a cui porta questo link non c’è più.",
    pollNotCounted: "I tuoi dati sono stati cancellati su tua richiesta, perciò questa risposta non viene contata.",
  },
}
