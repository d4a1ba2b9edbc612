import { MapElement } from "./elements/la-map";
import { ViewElement } from "./elements/la-view";

customElements.define("la-view", ViewElement);
customElements.define("la-map", MapElement);
