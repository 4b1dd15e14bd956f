// Everything here makes pages nicer; nothing here is needed to use them.
import { watchForms } from "./enter.js";
import { watchTheme } from "./theme.js";
import { watchMenus } from "./menus.js";
import { watchStreams } from "./stream.js";
import { watchUploads } from "./upload.js";
import { watchCopies } from "./copy.js";
import { watchSelections } from "./select.js";
import { watchCitations } from "./cite.js";
import { watchPasskeys } from "./passkey.js";
import { watchSaid } from "./say.js";
import { watchNotices } from "./notice.js";

watchForms();
watchTheme();
watchMenus();
watchStreams();
watchUploads();
watchCopies();
watchSelections();
watchCitations();
watchPasskeys();
watchSaid();
watchNotices();
