export { findPlaces, type FoundPlace } from "./find-places.ts";
