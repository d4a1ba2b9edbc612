/** `<la-status>`: a place in the page's status bar, kept across navigation, that the map fills with coordinates. */
export class StatusElement extends HTMLElement {}
