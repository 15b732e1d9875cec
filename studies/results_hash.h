// SHA-256 as lower-case hexadecimal text.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

struct evp_md_ctx_st;  // of OpenSSL

namespace studies {

std::string sha256(std::string_view bytes);

// Of bytes that come in pieces.
class Sha256 {
 public:
  Sha256();
  void add(std::string_view bytes);
  std::string finish();  // once

 private:
  struct Free {
    void operator()(evp_md_ctx_st* context) const;
  };
  std::unique_ptr<evp_md_ctx_st, Free> context_;
};

// Over the hashes of replications 0, 1, ... in this order.
std::string combined_hash(const std::vector<std::string>& hashes);

}  // namespace studies
