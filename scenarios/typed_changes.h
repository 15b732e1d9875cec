// The kinds of changes, one function each; apply_change() calls them in their order.
#pragma once

#include <string>

#include "landbridge/v1/scenario.pb.h"
#include "scenarios/changing.h"

namespace scenarios {

// Things that are there, with the fields that are other than before, of the part of that name (network ...).
void change_things(const std::string& name, const google::protobuf::Message& part, const FilePlaces& places,
                   Changing& changing);
void add_things(const landbridge::v1::Things& things, const ChangeItem& item, Changing& changing);
void set_fields(const landbridge::v1::Change::Set& set, const ChangeItem& item, Changing& changing);
void scale_fields(const landbridge::v1::Change::Scale& scale, const ChangeItem& item, Changing& changing);
void remove_things(const landbridge::v1::Change::Remove& remove, const ChangeItem& item, Changing& changing);
void open_things(const landbridge::v1::Change::Open& open, const ChangeItem& item, Changing& changing);
void close_things(const landbridge::v1::Change::Close& close, const ChangeItem& item, Changing& changing);

}  // namespace scenarios
