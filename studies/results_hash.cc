#include "studies/results_hash.h"

#include <fmt/format.h>

#include <openssl/evp.h>

#include <array>
#include <stdexcept>

namespace studies {

namespace {

void require(int done) {
  if (done != 1) throw std::runtime_error("the cryptographic library offers no SHA-256");
}

}  // namespace

void Sha256::Free::operator()(evp_md_ctx_st* context) const { EVP_MD_CTX_free(context); }

Sha256::Sha256() : context_(EVP_MD_CTX_new()) {
  require(EVP_DigestInit_ex(context_.get(), EVP_sha256(), nullptr));
}

void Sha256::add(std::string_view bytes) {
  require(EVP_DigestUpdate(context_.get(), bytes.data(), bytes.size()));
}

std::string Sha256::finish() {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned int size = 0;
  require(EVP_DigestFinal_ex(context_.get(), digest.data(), &size));
  std::string text;
  for (unsigned int i = 0; i < size; ++i) text += fmt::format("{:02x}", digest[i]);
  return text;
}

std::string sha256(std::string_view bytes) {
  Sha256 hash;
  hash.add(bytes);
  return hash.finish();
}

std::string combined_hash(const std::vector<std::string>& hashes) {
  std::string all;
  for (const std::string& hash : hashes) all += hash;
  return sha256(all);
}

}  // namespace studies
