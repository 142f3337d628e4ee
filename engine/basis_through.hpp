#pragma once

#include <map>

#include "model/view.hpp"

namespace michibiki {

/// How firm a conclusion is that follows a link from one entry to another, each of which may lie under the one that the link names: as firm
/// as the weakest of the link itself, what it starts from and what it goes to. Of several ways through the same link the firmest counts.
BasisKind basis_through(const View& view, LinkId link, EntryRef from, EntryRef to);

/// Of the link and what it goes to, without its start.
BasisKind basis_towards(const View& view, LinkId link, EntryRef to);

/// Of what the link starts from, as far as it speaks of that entry.
BasisKind basis_from(const View& view, LinkId link, EntryRef from);

/// The items that the link goes to, itself or by a heading over them, each as firm as the weakest of the link, the item and the firmest of
/// its ends that mean it.
std::map<EntryRef, BasisKind> items_meant(const View& view, LinkId link);

/// How firmly it is believed that the entry exists.
BasisKind basis_of(const View& view, EntryRef entry);

}  // namespace michibiki
