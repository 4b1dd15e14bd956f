// Where this municipality's pages lie on the server: "" when it has the host to itself, "/t/CODE" when it is one of several under a host.
export const home = new URL("../../..", import.meta.url).pathname.replace(/\/$/, "");

/** A cookie's name as the server knows it: under a shared host each municipality's cookies bear its code. */
export const cookieOf = (name) => (home ? `${name}.${home.split("/").at(-1)}` : name);
