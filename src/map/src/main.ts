import { LayersElement } from "./elements/la-layers";
import { MapElement } from "./elements/la-map";
import { OpacityElement } from "./elements/la-opacity";
import { PasswordElement } from "./elements/la-password";
import { SearchElement } from "./elements/la-search";
import { ShareElement } from "./elements/la-share";
import { SheetElement } from "./elements/la-sheet";
import { ThemeElement } from "./elements/la-theme";
import { ViewElement } from "./elements/la-view";
import { followRevisions } from "./page/follow-revisions";
import { keepDetails } from "./page/keep-details";
import { startAtTop } from "./page/start-at-top";

customElements.define("la-view", ViewElement);
customElements.define("la-map", MapElement);
customElements.define("la-password", PasswordElement);
customElements.define("la-search", SearchElement);
customElements.define("la-layers", LayersElement);
customElements.define("la-opacity", OpacityElement);
customElements.define("la-sheet", SheetElement);
customElements.define("la-share", ShareElement);
customElements.define("la-theme", ThemeElement);

keepDetails();
startAtTop();
if (document.readyState === "complete") followRevisions();
else addEventListener("load", () => followRevisions(), { once: true });
