import { useState } from "react";
import {
  Autocomplete,
  Collection,
  Dialog,
  Header,
  Input,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Modal,
  ModalOverlay,
  SearchField,
} from "react-aria-components";
import { useLocation } from "wouter";
import { KeyShown, runCommand } from "../../keys/index.ts";
import { Value, spokenText } from "../../parts/index.ts";
import { usePaletteGroups, type PaletteItem } from "./palette-items.ts";
import "./palette.css";

/** Finds anything of the case, or gives a command; Escape clears the words, then closes. */
export function Palette({ close }: { readonly close: () => void }) {
  const [words, setWords] = useState("");
  const [, navigate] = useLocation();
  const { groups, searched } = usePaletteGroups(words);
  const choose = (id: string | number) => {
    const item = groups.flatMap(({ items }) => items).find((each) => each.id === id);
    if (!item) return;
    close();
    // After the dialog has given the focus back, so that the command finds it where it was.
    setTimeout(() => ("command" in item.does ? runCommand(item.does.command) : navigate(item.does.href)), 0);
  };
  return (
    <ModalOverlay className="palette-overlay" isOpen isDismissable onOpenChange={(isOpen) => !isOpen && close()}>
      <Modal className="palette" data-modal="">
        <Dialog aria-label="Find or do" className="palette-dialog">
          <Autocomplete inputValue={words} onInputChange={setWords}>
            <SearchField aria-label="Find or do" autoFocus className="palette-field">
              <Input placeholder="A name in any script, a file, a finding, a command" />
            </SearchField>
            <ListBox
              aria-label="Answers"
              className="palette-list"
              items={groups}
              selectionMode="none"
              onAction={choose}
              renderEmptyState={() => <p className="palette-none second">Nothing answers to these words. {searched}</p>}
            >
              {(group) => (
                <ListBoxSection id={group.name}>
                  <Header className="palette-head">
                    {group.name}
                    {group.more && ", the first 8"}
                  </Header>
                  <Collection items={group.items}>{(item) => <Line item={item} />}</Collection>
                </ListBoxSection>
              )}
            </ListBox>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

const Line = ({ item }: { readonly item: PaletteItem }) => (
  <ListBoxItem id={item.id} textValue={spokenText(item.words)} className="palette-item">
    <span className="palette-words">
      <Value text={item.words} lang={item.lang} most={80} isCell />
    </span>
    <span className="palette-reason second note">
      <Value text={item.reason} most={100} isCell />
    </span>
    {item.keys !== null && <KeyShown keys={item.keys} />}
  </ListBoxItem>
);
