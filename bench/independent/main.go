// The record through hands that are not ours: golang.org/x/mod/sumdb (Debian: golang-golang-x-mod-dev), the reference of signed notes and tiled logs.
//
//	independent check DIR KEY OLD PROOF...   reads an export, an earlier checkpoint and proofs that Yakuba made
//	independent make DIR OUT                 makes an export and a proof of its own from the entries of DIR, for yakuba-verify to judge; prints its key
package main

import (
	"bytes"
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const height = 8 // of a tile: 256 hashes

func main() {
	log.SetFlags(0)
	switch {
	case len(os.Args) > 4 && os.Args[1] == "check":
		check(os.Args[2], os.Args[3], os.Args[4], os.Args[5:])
	case len(os.Args) == 4 && os.Args[1] == "make":
		forge(os.Args[2], os.Args[3])
	default:
		log.Fatal("usage: independent check DIR KEY OLD PROOF... | independent make DIR OUT")
	}
}

func must[T any](value T, err error) T {
	if err != nil {
		log.Fatal(err)
	}
	return value
}

// The entries as they lie in the bundles, each with its length before it.
func entries(dir string, size int64) [][]byte {
	var all [][]byte
	for n := int64(0); int64(len(all)) < size; n++ {
		t := tlog.Tile{H: height, L: -1, N: n, W: int(min(size-n*256, 256))}
		data := must(os.ReadFile(filepath.Join(dir, place(t))))
		for len(data) > 0 {
			length := int(binary.BigEndian.Uint16(data))
			all = append(all, data[2:2+length])
			data = data[2+length:]
		}
	}
	return all
}

// C2SP's path of a tile: Go's without its height, and entries where Go says data.
func place(t tlog.Tile) string {
	return strings.Replace(strings.Replace(t.Path(), "tile/8/", "tile/", 1), "tile/data/", "tile/entries/", 1)
}

func min(a, b int64) int64 {
	if a < b {
		return a
	}
	return b
}

type head struct {
	origin string
	size   int64
	root   tlog.Hash
}

func open(text []byte, key string) head {
	opened := must(note.Open(text, note.VerifierList(must(note.NewVerifier(strings.TrimSpace(key))))))
	lines := strings.Split(opened.Text, "\n")
	return head{lines[0], must(strconv.ParseInt(lines[1], 10, 64)), must(tlog.ParseHash(lines[2]))}
}

// All hashes of the log in memory, as the reference stores them.
type hashes []tlog.Hash

func (h hashes) ReadHashes(indexes []int64) ([]tlog.Hash, error) {
	var found []tlog.Hash
	for _, i := range indexes {
		found = append(found, h[i])
	}
	return found, nil
}

func build(all [][]byte) hashes {
	var stored hashes
	for n, entry := range all {
		stored = append(stored, must(tlog.StoredHashes(int64(n), entry, stored))...)
	}
	return stored
}

// The tiles of a log of this size: the reference lists every partial one that there ever was.
func tiles(size int64) []tlog.Tile {
	var kept []tlog.Tile
	for _, t := range tlog.NewTiles(height, 0, size) {
		if t.W == 256 || int64(t.W) == size>>(height*t.L)%256 {
			kept = append(kept, t)
		}
	}
	return kept
}

func check(dir, key, old string, proofs []string) {
	newest := open(must(os.ReadFile(filepath.Join(dir, "checkpoint"))), key)
	all := entries(dir, newest.size)
	stored := build(all)
	if must(tlog.TreeHash(newest.size, stored)) != newest.root {
		log.Fatal("the root is another")
	}
	drawn := tiles(newest.size)
	for _, t := range drawn {
		if !bytes.Equal(must(tlog.ReadTileData(t, stored)), must(os.ReadFile(filepath.Join(dir, place(t))))) {
			log.Fatalf("%s is another", place(t))
		}
	}
	earlier := open(must(os.ReadFile(old)), key)
	consistency := must(tlog.ProveTree(newest.size, earlier.size, stored))
	if err := tlog.CheckTree(consistency, newest.size, newest.root, earlier.size, earlier.root); err != nil {
		log.Fatal(err)
	}
	for _, file := range proofs {
		checkProof(must(os.ReadFile(file)), key)
	}
	fmt.Printf("accepted: %d entries, %d tiles, the head of %d entries before, %d proofs\n", newest.size, len(drawn), earlier.size, len(proofs))
}

// A proof file: c2sp.org/tlog-proof@v1 with the entry itself as its extra line.
func checkProof(file []byte, key string) {
	text, signed, _ := strings.Cut(string(file), "\n\n")
	lines := strings.Split(text, "\n")
	if lines[0] != "c2sp.org/tlog-proof@v1" {
		log.Fatalf("not a proof: %q", lines[0])
	}
	entry := must(base64.StdEncoding.DecodeString(strings.TrimPrefix(lines[1], "extra ")))
	index := must(strconv.ParseInt(strings.TrimPrefix(lines[2], "index "), 10, 64))
	var proof tlog.RecordProof
	for _, line := range lines[3:] {
		proof = append(proof, must(tlog.ParseHash(line)))
	}
	in := open([]byte(signed), key)
	if err := tlog.CheckRecord(proof, in.size, in.root, index, tlog.RecordHash(entry)); err != nil {
		log.Fatalf("entry %d: %v", index, err)
	}
}

func forge(dir, out string) {
	name := "independent.example/log"
	secret, public, err := note.GenerateKey(nil, name)
	if err != nil {
		log.Fatal(err)
	}
	text := string(must(os.ReadFile(filepath.Join(dir, "checkpoint"))))
	size := must(strconv.ParseInt(strings.Split(text, "\n")[1], 10, 64))
	all := entries(dir, size)
	stored := build(all)
	for _, t := range tiles(size) {
		write(out, place(t), must(tlog.ReadTileData(t, stored)))
		if t.L == 0 {
			var bundle []byte
			for _, entry := range all[t.N*256 : t.N*256+int64(t.W)] {
				bundle = append(binary.BigEndian.AppendUint16(bundle, uint16(len(entry))), entry...)
			}
			write(out, place(tlog.Tile{H: height, L: -1, N: t.N, W: t.W}), bundle)
		}
	}
	root := must(tlog.TreeHash(size, stored))
	signed := must(note.Sign(&note.Note{Text: fmt.Sprintf("%s\n%d\n%s\n", name, size, root)}, must(note.NewSigner(secret))))
	write(out, "checkpoint", signed)
	index := size / 3
	proof := fmt.Sprintf("c2sp.org/tlog-proof@v1\nextra %s\nindex %d\n", base64.StdEncoding.EncodeToString(all[index]), index)
	for _, hash := range must(tlog.ProveRecord(size, index, stored)) {
		proof += hash.String() + "\n"
	}
	write(out, "../proof", []byte(proof+"\n"+string(signed)))
	fmt.Println(public)
}

func write(out, path string, data []byte) {
	file := filepath.Join(out, path)
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		log.Fatal(err)
	}
	if err := os.WriteFile(file, data, 0o644); err != nil {
		log.Fatal(err)
	}
}
