/** Subjects about the text itself: what follows defines, it promises nothing. */
export const textSubject =
  /^(?:(?:the|this|these|those|any|all|each|present|said|such|no|nothing|none|provisions?|terms|annex(?:es)?|article|articles|paragraph|section|of|in|to) ){0,8}(?:agreement|accord|protocol|memorandum|treaty|document|framework|text|annex(?:es)?|article|articles|provisions?|paragraphs?|section|term|terms|word|words|expression|definitions?|nothing|none|purpose|aim|objective|goal|title|language|languages|appendix|appendices|declaration|statement|period|copy|copies)\b/i;

/** Verbs by which such a subject defines. */
export const definingVerb =
  /^(?:enter|apply|prevail|remain|govern|form|mean|include|consist|comprise|contain|constitute|become|take|come|cover|construe|interpret|read|call|know|annex|define|understand|compose|base|head|chair|deem|consider|regard|attach|prejudice|affect|expire|cease|lapse|supersede|replace|register|extend|have|represent|count|run|calculate|refer|imply|alter|preclude|limit|require|entail|result|bring|serve|be responsible for|be free|be able)$/;

/** Verbs that tell of what something consists. */
export const compositionVerb = /^(?:consist|comprise|compose|include|chaire?|co-chaire?|head|base|locate|number|have)$/;

/** Verbs that say when an act named before begins, lasts or is complete. */
export const schedulingVerb =
  /^(?:start|begin|commence|complete|finish|finali[sz]e|conclude|end|last|take|occur|proceed|carry out|implement|effect|conduct|continue|resume|launch|initiate|undertake|execute|perform|accomplish|take place|proceed)$/;
